import type { client } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import classes from './batches.module.css';

type Bill = Awaited<ReturnType<typeof client.batches.fee>>;

/** What motorcycles cost together, fee by fee; a figure that no table publishes for them says so. */
export function BillTable({ bill: { lines, totalCents, units } }: { readonly bill: Bill }) {
  const { cost: words } = useWords().batches;
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
