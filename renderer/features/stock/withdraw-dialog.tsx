import { useState } from 'react';
import { withdrawReasons, type WithdrawReason } from '#shared/domain/stock-unit.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { isReasonSaid, ReasonFields } from '#renderer/ui/reason-fields.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { ChosenDialogProps } from './chosen-dialog-props.ts';

/** Motorcycles leave the stock without a buyer. */
export function WithdrawDialog({ units, onClose, onDone }: ChosenDialogProps) {
  const words = useWords().stock;
  const { title, hint, action, reason, note, noteMissing, done } = words.withdraw;
  const [why, setWhy] = useState<{ readonly reason: WithdrawReason; readonly note: string }>({ reason: 'to-other-dealer', note: '' });
  const [isTried, setIsTried] = useState(false);
  const withdraw = useAct(client.stock.withdraw, ({ units: count }) => {
    tell(done(count));
    onDone();
  });
  const send = () => {
    setIsTried(true);
    if (isReasonSaid(why.reason, why.note)) withdraw.mutate({ unitIds: units.map(({ id }) => id), ...why });
  };
  return (
    <ModalForm
      isOpen
      isDanger
      title={title(units.length)}
      submitLabel={action}
      pending={withdraw.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{hint}</p>
      <ReasonFields
        label={reason}
        noteLabel={note}
        noteMissing={noteMissing}
        reasons={withdrawReasons}
        words={words.reasons}
        {...why}
        isTried={isTried}
        onChange={setWhy}
      />
      <ActFailure error={withdraw.error} />
    </ModalForm>
  );
}
