import type * as z from 'zod';
import type { feeLine } from '#shared/contract/model.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import classes from './fee-table.module.css';

interface FeeTableProps {
  readonly lines: readonly z.infer<typeof feeLine>[];
  readonly totalCents: number;
  /** The name of the schedule the figures were read in. */
  readonly schedule: string;
}

/** What is charged, line by line, each with the row it was read in; the total is the largest figure on the screen. */
export function FeeTable({ lines, totalCents, schedule }: FeeTableProps) {
  const words = useWords().money;
  return (
    <table className={classes['table']} aria-label={words.due}>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.amount}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.code}>
            <td>
              {words.feeLine[line.code as keyof typeof words.feeLine] ?? line.code}
              <span className={classes['row']}>{bandOf(line.rowId)}</span>
            </td>
            <td>
              <MoneyText amountCents={line.amountCents} isBare />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {words.total}
            <span className={classes['row']}>{words.bySchedule(schedule)}</span>
          </th>
          <td className={classes['total']}>
            <MoneyText amountCents={totalCents} isStrong />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The band of a row, read from its name in the schedule: `transfer-cc-1201-1500` is `cc 1201–1500`; a row for every vehicle has none. */
function bandOf(rowId: string): string {
  if (!/\d/u.test(rowId)) return '';
  return rowId
    .replace(/^[a-z]+-(?=.)/u, '')
    .replace(/(\d+)-(\d+)/u, '$1–$2')
    .replaceAll('-', ' ');
}
