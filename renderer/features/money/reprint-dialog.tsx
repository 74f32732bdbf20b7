import { useState } from 'react';
import { reprintReasons, type ReprintReason } from '#shared/domain/receipt.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { ReprintPaper } from '#renderer/features/paper/office-papers.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { isReasonSaid, ReasonFields } from '#renderer/ui/reason-fields.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { Receipt } from './receipt.ts';

interface ReprintDialogProps {
  readonly receipt: Receipt;
  readonly onClose: () => void;
}

/** Prints a receipt once more under its own number, with its reason; without a printer it is shown for printing by hand. */
export function ReprintDialog({ receipt: { receiptNumber, reprints }, onClose }: ReprintDialogProps) {
  const { money } = useWords();
  const words = money.receipts;
  const { locale } = useLocale();
  const [why, setWhy] = useState<{ readonly reason: ReprintReason; readonly note: string }>({ reason: 'lost', note: '' });
  const [isTried, setIsTried] = useState(false);
  const [unprinted, setUnprinted] = useState<number | null>(null);
  const print = useAct(client.payments.reprint, ({ reprint, isQueued }) => {
    tell(words.reprintDone(reprint));
    if (isQueued) onClose();
    else setUnprinted(reprint);
  });
  if (unprinted !== null) return <ReprintPaper receiptNumber={receiptNumber} reprint={unprinted} onClose={onClose} />;
  const send = () => {
    setIsTried(true);
    if (isReasonSaid(why.reason, why.note)) print.mutate({ receiptNumber, ...why, locale });
  };
  return (
    <ModalForm
      isOpen
      title={words.reprintTitle(receiptNumber)}
      submitLabel={words.reprintAction}
      pending={print.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{words.reprintHint(reprints + 1)}</p>
      <ReasonFields
        label={words.reason}
        noteLabel={words.note}
        noteMissing={words.noteMissing}
        reasons={reprintReasons}
        words={money.reprintReason}
        {...why}
        isTried={isTried}
        onChange={setWhy}
      />
      <ActFailure error={print.error} />
    </ModalForm>
  );
}
