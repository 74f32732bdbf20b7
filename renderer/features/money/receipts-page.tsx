import { NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Day } from '#shared/base/instant.ts';
import { receiptStates, type ReceiptState } from '#shared/domain/receipt.ts';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import { ReceiptDialog, type ReceiptAct } from './receipt-dialog.tsx';
import { ReceiptTable } from './receipt-table.tsx';
import type { Receipt } from './receipt.ts';
import { SeriesDialog } from './series-dialog.tsx';
import classes from './receipts-page.module.css';

const searchAfterMs = 150;
/** As many as one question may bring; a search narrows down the rest. */
const pageSize = 500;

interface Filters {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly state: ReceiptState | null;
}

const noFilters: Filters = { from: null, to: null, state: null };

/** Receipts of this office, newest first, of the last 30 days unless others are chosen. */
export function ReceiptsPage() {
  const { frame, money } = useWords();
  const words = money.receipts;
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text.trim(), searchAfterMs);
  const [filters, setFilters] = useState(noFilters);
  const [current, setCurrent] = useState<Receipt | null>(null);
  const [act, setAct] = useState<ReceiptAct | 'series' | null>(null);
  const list = useQuery({
    ...api.payments.list.queryOptions({ input: { text: searched, ...filters, limit: pageSize, offset: 0 } }),
    placeholderData: keepPreviousData,
  });
  const isFiltered = searched !== '' || filters.state !== null || filters.from !== null || filters.to !== null;
  const chosen = list.data?.lines.find(({ receiptNumber }) => receiptNumber === current?.receiptNumber) ?? list.data?.lines[0];
  const open = (receipt: Receipt) => {
    setCurrent(receipt);
    setAct('paper');
  };
  return (
    <Page
      title={frame.nav.money}
      words={words.usual}
      isFull
      actions={
        <>
          {chosen === undefined ? null : <ReceiptActions receipt={chosen} onAct={setAct} />}
          <ActionButton label={words.series} keys="e" onAct={() => setAct('series')} />
        </>
      }
    >
      <div className={classes['tools']}>
        <ListSearch label={words.find} value={text} onChange={setText} />
        <FilterFields filters={filters} onChange={setFilters} />
      </div>
      <QueryView query={list}>
        {({ lines, total }) =>
          total === 0 && !isFiltered ? (
            <NoReceipts />
          ) : (
            <ReceiptTable
              receipts={lines}
              total={total}
              asked={[searched, filters.state === null ? '' : stateWords(money, filters.state)].filter((part) => part !== '').join(', ')}
              onMove={setCurrent}
              onOpen={open}
            />
          )
        }
      </QueryView>
      {act === 'series' ? <SeriesDialog onClose={() => setAct(null)} /> : null}
      {chosen === undefined || act === null || act === 'series' ? null : (
        <ReceiptDialog receipt={chosen} act={act} onAct={setAct} onClose={() => setAct(null)} />
      )}
    </Page>
  );
}

function stateWords(money: ReturnType<typeof useWords>['money'], state: ReceiptState): string {
  return state === 'void' ? money.receipts.void : money.state[state];
}

interface ReceiptActionsProps {
  readonly receipt: Receipt;
  readonly onAct: (act: ReceiptAct) => void;
}

function ReceiptActions({ receipt, onAct }: ReceiptActionsProps) {
  const words = useWords().money.receipts;
  const navigate = useNavigate();
  const isClerk = useHasRole('clerk', 'supervisor', 'dealer-clerk');
  const openCase = () => void navigate({ to: '/cases/$id', params: { id: receipt.applicationId } });
  return (
    <>
      <ActionButton label={words.openCase} keys="o" tone="quiet" onAct={openCase} />
      <ActionButton label={words.history} keys="i" tone="quiet" onAct={() => onAct('history')} />
      {isClerk ? <ActionButton label={words.reprintAction} keys="p" onAct={() => onAct('reprint')} /> : null}
      {isClerk ? <ActionButton label={words.voidAction} keys="v" disabled={receipt.isVoid} onAct={() => onAct('void')} /> : null}
    </>
  );
}

interface FilterFieldsProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

function FilterFields({ filters, onChange }: FilterFieldsProps) {
  const { money } = useWords();
  const words = money.receipts;
  return (
    <div className={classes['filters']} data-filters>
      <DayField label={words.from} day={filters.from} onChange={(from) => onChange({ ...filters, from })} />
      <DayField label={words.to} day={filters.to} onChange={(to) => onChange({ ...filters, to })} />
      <NativeSelect
        size="xs"
        aria-label={words.filter}
        value={filters.state ?? ''}
        data={[{ value: '', label: words.all }, ...receiptStates.map((value) => ({ value, label: stateWords(money, value) }))]}
        onChange={(event) => onChange({ ...filters, state: receiptStates.find((one) => one === event.currentTarget.value) ?? null })}
      />
    </div>
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
