import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { freesCode, voidReasons, type VoidReason } from '#shared/domain/receipt.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { isTyped, noSupervisor, SupervisorFields } from '#renderer/features/people/supervisor-fields.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { isReasonSaid, ReasonFields } from '#renderer/ui/reason-fields.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { Receipt } from './receipt.ts';

interface VoidDialogProps {
  readonly receipt: Receipt;
  /** The receipt is void; its form is to be printed. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Declares a receipt void: reason, what follows from it, and a supervisor at this desk. */
export function VoidDialog({ receipt: { receiptNumber, reference }, onDone, onClose }: VoidDialogProps) {
  const { money, refusals } = useWords();
  const words = money.receipts;
  const history = useQuery(api.payments.history.queryOptions({ input: { receiptNumber } })).data;
  const [why, setWhy] = useState<{ readonly reason: VoidReason; readonly note: string }>({ reason: 'wrong-case', note: '' });
  const [supervisor, setSupervisor] = useState(noSupervisor);
  const [isTried, setIsTried] = useState(false);
  const declare = useAct(client.payments.voidReceipt, () => {
    tell(words.voidDone(receiptNumber));
    onDone();
  });
  const send = () => {
    setIsTried(true);
    if (isTyped(supervisor) && isReasonSaid(why.reason, why.note)) declare.mutate({ receiptNumber, ...why, supervisor });
  };
  const { cannotVoid = null, cancelsCase = false } = history ?? {};
  if (cannotVoid !== null)
    return <CannotVoid receiptNumber={receiptNumber} why={refusals[cannotVoid]({ receiptNumber, reference })} onClose={onClose} />;
  return (
    <ModalForm
      isOpen
      isDanger
      title={words.voidTitle(receiptNumber)}
      submitLabel={words.voidAction}
      pending={declare.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{words.voidHint}</p>
      {cancelsCase ? <Note tone="amber">{words.voidCancels(reference)}</Note> : null}
      <ReasonFields
        label={words.reason}
        noteLabel={words.note}
        noteMissing={words.noteMissing}
        reasons={voidReasons}
        words={money.voidReason}
        {...why}
        isTried={isTried}
        onChange={setWhy}
      />
      <p>{freesCode(why.reason) ? words.voidFreesCode : words.voidKeepsCode}</p>
      <SupervisorFields title={words.supervisorTitle} typed={supervisor} isTried={isTried} onChange={setSupervisor} />
      <ActFailure error={declare.error} />
    </ModalForm>
  );
}

interface CannotVoidProps {
  readonly receiptNumber: string;
  readonly why: string;
  readonly onClose: () => void;
}

/** Nothing is asked for what cannot be: only why, and what to do first. */
function CannotVoid({ receiptNumber, why, onClose }: CannotVoidProps) {
  const { money, frame } = useWords();
  const words = money.receipts;
  return (
    <Dialog isOpen onClose={onClose} title={words.voidTitle(receiptNumber)}>
      <Note tone="red" title={words.cannotVoid}>
        {why}
      </Note>
      <ButtonRow>
        <ActionButton label={frame.close} keys="Escape" tone="main" onAct={onClose} />
      </ButtonRow>
    </Dialog>
  );
}
