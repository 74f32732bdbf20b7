import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { paymentStates, type PaymentState } from '#shared/domain/payment.ts';
import { api } from '#renderer/connection/connection.ts';
import { ReceiptPaper } from '#renderer/features/paper/papers.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { ReceiptTable } from './receipt-table.tsx';
import type { Receipt } from './receipt.ts';
import classes from './receipts-page.module.css';

const searchAfterMs = 150;
/** As many as one question may bring; a search narrows down the rest. */
const pageSize = 500;

type Filter = PaymentState | 'all';

/** Receipts of this office, newest first, with what became of the money. */
export function ReceiptsPage() {
  const { frame, money } = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text.trim(), searchAfterMs);
  const [filter, setFilter] = useState<Filter>('all');
  const [current, setCurrent] = useState<Receipt | null>(null);
  const [shown, setShown] = useState<Receipt | null>(null);
  const list = useQuery({
    ...api.payments.list.queryOptions({ input: { text: searched, limit: pageSize, offset: 0 } }),
    placeholderData: keepPreviousData,
  });
  const openCase = (receipt: Receipt) => void navigate({ to: '/cases/$id', params: { id: receipt.applicationId } });
  return (
    <Page
      title={frame.nav.money}
      isFull
      actions={current === null ? undefined : <ActionButton label={money.receipts.openCase} keys="o" onAct={() => openCase(current)} />}
    >
      <div className={classes['tools']}>
        <ListSearch label={money.receipts.find} value={text} onChange={setText} />
        <StateFilter filter={filter} onChange={setFilter} />
      </div>
      <QueryView query={list}>
        {({ lines, total }) =>
          total === 0 && searched === '' ? (
            <NoReceipts />
          ) : (
            <ReceiptTable
              receipts={lines.filter((line) => filter === 'all' || line.state === filter)}
              total={total}
              asked={[searched, filter === 'all' ? '' : money.state[filter]].filter((part) => part !== '').join(', ')}
              onMove={setCurrent}
              onOpen={setShown}
            />
          )
        }
      </QueryView>
      {shown === null ? null : <ReceiptPaper receiptNumber={shown.receiptNumber} onClose={() => setShown(null)} />}
    </Page>
  );
}

interface StateFilterProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

function StateFilter({ filter, onChange }: StateFilterProps) {
  const words = useWords().money;
  const choices = paymentStates.map((value) => ({ value, label: words.state[value] }));
  return (
    <SegmentedControl<Filter>
      size="xs"
      aria-label={words.receipts.filter}
      value={filter}
      onChange={onChange}
      data={[{ value: 'all', label: words.receipts.all }, ...choices]}
    />
  );
}

function NoReceipts() {
  const words = useWords().money.receipts;
  const navigate = useNavigate();
  return (
    <EmptyState
      title={words.emptyTitle}
      words={words.empty}
      action={<ActionButton label={words.emptyKey} keys="n" onAct={() => void navigate({ to: '/new' })} />}
    />
  );
}
