import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { displayPlate } from '#shared/domain/plate.ts';
import { paymentStates, type PaymentState } from '#shared/domain/payment.ts';
import { api } from '#renderer/connection/connection.ts';
import { ReceiptPaper } from '#renderer/features/paper/papers.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import type { Words } from '#shared/text/text.ts';
import type { Receipt } from './receipt.ts';
import { PaymentBadge } from './payment-badge.tsx';
import classes from './receipts-page.module.css';

const searchAfterMs = 150;
const pageSize = 200;

/** Receipts of this office, newest first, with what became of the money. */
export function ReceiptsPage() {
  const words = useWords();
  const { receipts } = words.money;
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text.trim(), searchAfterMs);
  const [state, setState] = useState<PaymentState | 'all'>('all');
  const [limit, setLimit] = useState(pageSize);
  const [current, setCurrent] = useState<Receipt | null>(null);
  const [shown, setShown] = useState<Receipt | null>(null);
  const list = useQuery({
    ...api.payments.list.queryOptions({ input: { text: searched, limit, offset: 0 } }),
    placeholderData: keepPreviousData,
  });
  const filters = ['all', ...paymentStates] as const;
  return (
    <Page
      title={words.frame.nav.money}
      isFull
      actions={
        current === null ? undefined : (
          <ActionButton
            label={receipts.openCase}
            keys="o"
            onAct={() => void navigate({ to: '/cases/$id', params: { id: current.applicationId } })}
          />
        )
      }
    >
      <div className={classes['tools']}>
        <ListSearch label={receipts.find} value={text} onChange={setText} />
        <SegmentedControl
          size="xs"
          aria-label={receipts.filter}
          value={state}
          onChange={setState}
          data={filters.map((value) => ({ value, label: value === 'all' ? receipts.all : words.money.state[value] }))}
        />
      </div>
      <QueryView query={list}>
        {({ lines, total }) => {
          const rows = lines.filter((line) => state === 'all' || line.state === state);
          if (total === 0 && searched === '')
            return (
              <EmptyState
                title={receipts.emptyTitle}
                words={receipts.empty}
                action={<ActionButton label={receipts.emptyKey} keys="n" onAct={() => void navigate({ to: '/new' })} />}
              />
            );
          if (rows.length === 0)
            return (
              <p className={classes['quiet']}>
                {receipts.nothingFound(searched || words.money.state[state === 'all' ? 'matched' : state])}
              </p>
            );
          return (
            <>
              <DataTable
                label={words.frame.nav.money}
                rows={rows}
                rowKey={(row) => row.receiptNumber}
                columns={columns(words)}
                isMain
                onMove={setCurrent}
                onOpen={setShown}
              />
              <div className={classes['foot']}>
                <span>{receipts.count(rows.length, total)}</span>
                {lines.length < total ? (
                  <ActionButton label={receipts.more} keys="m" onAct={() => setLimit((before) => Math.min(before + pageSize, 500))} />
                ) : null}
              </div>
            </>
          );
        }}
      </QueryView>
      {shown === null ? null : <ReceiptPaper receiptNumber={shown.receiptNumber} onClose={() => setShown(null)} />}
    </Page>
  );
}

function columns(words: Words): readonly Column<Receipt>[] {
  const head = words.money.receipts.column;
  return [
    { key: 'receipt', head: head.receipt, width: '190px', cell: (row) => <strong className="tabular">{row.receiptNumber}</strong> },
    { key: 'taken', head: head.taken, width: '112px', cell: (row) => <WhenText at={row.takenAt} /> },
    { key: 'plate', head: head.plate, width: '130px', cell: (row) => <PlateChip plate={displayPlate(row.plate)} /> },
    { key: 'payer', head: head.payer, cell: (row) => row.payer },
    { key: 'method', head: head.method, width: '92px', cell: (row) => words.money.method[row.method] },
    { key: 'code', head: head.code, width: '124px', cell: (row) => <span className="tabular">{row.code}</span> },
    { key: 'amount', head: head.amount, width: '88px', align: 'right', cell: (row) => <MoneyText amountCents={row.amountCents} isBare /> },
    { key: 'state', head: head.state, width: '224px', cell: (row) => <PaymentBadge state={row.state} /> },
  ];
}
