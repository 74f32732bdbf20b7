import { useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { PaymentFields, usePaymentDraft } from '#renderer/features/money/payment-fields.tsx';
import { BillTable, type Bill } from '#renderer/features/rows/bill-table.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { BatchDialogProps } from './batch-dialog-props.ts';
import classes from './batches.module.css';

/** The money for all good rows: one bill, one payment, one receipt, and off they go. */
export function PayDialog(props: BatchDialogProps) {
  const { pay: words } = useWords().batchSent;
  const fee = useQuery({ ...api.batches.fee.queryOptions({ input: { id: props.batchId } }), staleTime: 0, gcTime: 0 });
  const isCashAllowed = useQuery(api.office.reference.queryOptions({ input: {} })).data?.cashAllowed ?? false;
  // The first field takes the keys, so the form comes whole once the bill is known.
  if (fee.data !== undefined) return <PayForm {...props} bill={fee.data} isCashAllowed={isCashAllowed} />;
  if (fee.error === null) return null;
  return (
    <Dialog isOpen title={words.action} onClose={props.onClose}>
      <ActFailure error={fee.error} />
    </Dialog>
  );
}

interface PayFormProps extends BatchDialogProps {
  readonly bill: Bill;
  readonly isCashAllowed: boolean;
}

function PayForm({ batchId, bill, isCashAllowed, onDone, onClose }: PayFormProps) {
  const { batches, batchSent, money } = useWords();
  const payment = usePaymentDraft(bill.totalCents);
  const submit = useAct(client.batches.submit, ({ receiptNumber, units }) => {
    tell(batchSent.pay.done(receiptNumber, units));
    onDone();
  });
  const send = () => {
    payment.setIsTried(true);
    if (payment.taken !== undefined) submit.mutate({ id: batchId, payment: payment.taken });
  };
  return (
    <ModalForm
      isOpen
      title={batchSent.pay.title(bill.units)}
      submitLabel={money.take}
      size={1120}
      pending={submit.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <div className={classes['pay']}>
        <div className={classes['side']}>
          <BillTable bill={bill} words={batches.cost} />
        </div>
        <div className={classes['side']}>
          <PaymentFields payment={payment} isCashAllowed={isCashAllowed} />
          <ActFailure error={submit.error} />
        </div>
      </div>
    </ModalForm>
  );
}
