import { displayPlate } from '#shared/domain/plate.ts';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { Words } from '#shared/text/text.ts';
import { PaymentBadge } from './payment-badge.tsx';
import type { Receipt } from './receipt.ts';
import classes from './receipts-page.module.css';

interface ReceiptTableProps {
  readonly receipts: readonly Receipt[];
  /** How many there are beside those that are shown. */
  readonly total: number;
  /** What was searched for, to say that nothing fits it. */
  readonly asked: string;
  readonly onMove: (receipt: Receipt) => void;
  readonly onOpen: (receipt: Receipt) => void;
}

/** Receipts in rows; Enter shows the paper. */
export function ReceiptTable({ receipts, total, asked, onMove, onOpen }: ReceiptTableProps) {
  const words = useWords();
  const own = words.money.receipts;
  if (receipts.length === 0) return <p className={classes['quiet']}>{own.nothingFound(asked)}</p>;
  return (
    <>
      <DataTable
        label={words.frame.nav.money}
        rows={receipts}
        rowKey={(row) => row.receiptNumber}
        columns={columns(words)}
        isMain
        onMove={onMove}
        onOpen={onOpen}
      />
      <p className={classes['quiet']}>{own.count(receipts.length, total)}</p>
    </>
  );
}

function columns({ money }: Words): readonly Column<Receipt>[] {
  const head = money.receipts.column;
  return [
    { key: 'receipt', head: head.receipt, width: '194px', cell: (row) => <strong className="tabular">{row.receiptNumber}</strong> },
    { key: 'taken', head: head.taken, width: '108px', cell: (row) => <WhenText at={row.takenAt} /> },
    { key: 'plate', head: head.plate, width: '130px', cell: (row) => <PlateChip plate={displayPlate(row.plate)} /> },
    { key: 'payer', head: head.payer, cell: (row) => row.payer },
    { key: 'method', head: head.method, width: '86px', cell: (row) => money.method[row.method] },
    { key: 'code', head: head.code, width: '140px', cell: (row) => <span className="tabular">{row.code}</span> },
    { key: 'amount', head: head.amount, width: '80px', align: 'right', cell: (row) => <MoneyText amountCents={row.amountCents} isBare /> },
    { key: 'state', head: head.state, width: '218px', cell: (row) => <ReceiptMarks receipt={row} /> },
  ];
}

/** Void before all else, or where the money stands; and how often the receipt was printed again. */
function ReceiptMarks({ receipt: { isVoid, state, reprints } }: { readonly receipt: Receipt }) {
  const words = useWords().money.receipts;
  return (
    <span className={classes['marks']}>
      {isVoid ? <Tag tone="red">{words.void}</Tag> : <PaymentBadge state={state} />}
      {reprints > 0 ? <span className={classes['reprints']}>{words.reprints(reprints)}</span> : null}
    </span>
  );
}
