import { useState } from 'react';
import { formatKes } from '#shared/base/money.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { isTyped, noSupervisor, SupervisorFields } from '#renderer/features/people/supervisor-fields.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { Money } from './batch-money.tsx';

interface RefundDialogProps {
  readonly batchId: string;
  readonly money: Money;
  readonly onClose: () => void;
}

/** Asks back what no motorcycle of the batch uses: how much, under which receipt, what is given up, and a supervisor at this desk. */
export function RefundDialog({ batchId, money: shown, onClose }: RefundDialogProps) {
  const { batchSent, money } = useWords();
  const words = batchSent.refund;
  // What was read is what is confirmed, also where the hub's word changes it meanwhile: the act then says so.
  const [{ refundableCents, withdrawn, receiptNumber }] = useState(shown);
  const [supervisor, setSupervisor] = useState(noSupervisor);
  const [isTried, setIsTried] = useState(false);
  const ask = useAct(client.batches.askRefund, () => {
    tell(words.done(formatKes(refundableCents)));
    onClose();
  });
  const send = () => {
    setIsTried(true);
    if (isTyped(supervisor)) ask.mutate({ id: batchId, amountCents: refundableCents, supervisor });
  };
  return (
    <ModalForm
      isOpen
      title={words.title(formatKes(refundableCents))}
      submitLabel={words.submit}
      pending={ask.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{words.hint(receiptNumber)}</p>
      {withdrawn === 0 ? null : <Note tone="amber">{words.withdraws(withdrawn)}</Note>}
      <SupervisorFields title={money.receipts.supervisorTitle} typed={supervisor} isTried={isTried} onChange={setSupervisor} />
      <ActFailure error={ask.error} />
    </ModalForm>
  );
}
