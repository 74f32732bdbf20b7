import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { BatchDialogProps } from './batch-dialog-props.ts';
import classes from './batches.module.css';

/** What all good rows cost together, fee by fee. */
export function CostDialog({ batchId, onClose }: Omit<BatchDialogProps, 'onDone'>) {
  const { cost: words } = useWords().batches;
  const { feeLine } = useWords().money;
  const fee = useQuery({ ...api.batches.fee.queryOptions({ input: { id: batchId } }), staleTime: 0, gcTime: 0 });
  return (
    <Dialog isOpen title={words.title} size={680} onClose={onClose}>
      <QueryView query={fee}>
        {({ lines, totalCents, units }) =>
          units === 0 ? (
            <p>{words.none}</p>
          ) : (
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
          )
        }
      </QueryView>
    </Dialog>
  );
}
