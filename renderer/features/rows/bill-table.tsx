import { useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import classes from './rows.module.css';

/** One payment for all rows that pay it, line by line. */
export interface Bill {
  readonly lines: readonly {
    readonly code: string;
    readonly rowId: string;
    readonly units: number;
    readonly eachCents: number;
    readonly amountCents: number;
    /** No published table gives the figure. */
    readonly unsure: boolean;
  }[];
  readonly totalCents: number;
  readonly units: number;
}

interface BillTableProps {
  readonly bill: Bill;
  readonly words: Readonly<Record<'title' | 'line' | 'units' | 'each' | 'amount' | 'unsure' | 'unsureHint', string>> & {
    readonly total: (count: number) => string;
  };
}

/** What the rows of a list cost together, fee by fee; a figure that no table publishes says so. */
export function BillTable({ bill: { lines, totalCents, units }, words }: BillTableProps) {
  const { feeLine } = useWords().money;
  return (
    <>
      <table className={classes['mapped']} aria-label={words.title}>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col" data-align="right">
              {words.units}
            </th>
            <th scope="col" data-align="right">
              {words.each}
            </th>
            <th scope="col" data-align="right">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, rowId, units: count, eachCents, amountCents, unsure }) => (
            <tr key={`${code} ${rowId}`}>
              <th scope="row">
                {feeLine[code as keyof typeof feeLine] ?? code} {unsure ? <Tag tone="amber">{words.unsure}</Tag> : null}
              </th>
              <td data-align="right">{count}</td>
              <td data-align="right">
                <MoneyText amountCents={eachCents} isBare />
              </td>
              <td data-align="right">
                <MoneyText amountCents={amountCents} isBare />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {words.total(units)}
            </th>
            <td data-align="right">
              <MoneyText amountCents={totalCents} isStrong />
            </td>
          </tr>
        </tfoot>
      </table>
      {lines.some(({ unsure }) => unsure) ? <Note tone="amber">{words.unsureHint}</Note> : null}
    </>
  );
}
