import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { BillTable } from '#renderer/features/rows/bill-table.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import type { BatchDialogProps } from './batch-dialog-props.ts';

/** What all good rows cost together, before anybody pays. */
export function CostDialog({ batchId, onClose }: Omit<BatchDialogProps, 'onDone'>) {
  const { cost: words } = useWords().batches;
  const fee = useQuery({ ...api.batches.fee.queryOptions({ input: { id: batchId } }), staleTime: 0, gcTime: 0 });
  return (
    <Dialog isOpen title={words.title} size={680} onClose={onClose}>
      <QueryView query={fee}>{(bill) => (bill.units === 0 ? <p>{words.none}</p> : <BillTable bill={bill} words={words} />)}</QueryView>
    </Dialog>
  );
}
