import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { displayPlate } from '#shared/domain/plate.ts';
import { collectionOfficeOf, rulesOf, vehicleOf } from '#shared/domain/services/services.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useOffices } from '#renderer/features/application/offices.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { ReasonChoice } from './reason-choice.tsx';
import type { Outcome } from './registrar-line.ts';

interface DecisionDialogProps {
  readonly sent: Submission;
  readonly outcome: Outcome;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what the decision will do and asks once more; returning and refusing need a reason that the clerk can read out. */
export function DecisionDialog({ sent, outcome, onClose, onDone }: DecisionDialogProps) {
  const words = useWords().registrar;
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [isTried, setIsTried] = useState(false);
  const decide = useAct(client.registrar.decide, () => {
    onClose();
    onDone();
  });
  const isApproval = outcome === 'approved';
  const lacksReason = !isApproval && reasons.length === 0 && note.trim() === '';
  const send = () => {
    setIsTried(true);
    if (!lacksReason) decide.mutate({ applicationId: sent.applicationId, outcome, reasons: [...reasons], note });
  };
  const { title, hint, action } = useSaid(sent, outcome);
  return (
    <ModalForm
      isOpen
      title={title}
      submitLabel={action}
      cancelLabel={words.keep}
      isDanger={outcome === 'refused'}
      pending={decide.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{hint}</p>
      {isApproval ? null : (
        <ReasonChoice
          offered={rulesOf(sent.service).rejectionReasons}
          reasons={reasons}
          onChange={setReasons}
          isMissing={isTried && lacksReason}
        />
      )}
      {isApproval ? null : (
        <Textarea
          label={words.note}
          description={words.noteHint}
          value={note}
          maxLength={1000}
          autosize
          minRows={2}
          maxRows={5}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <ActFailure error={decide.error} />
    </ModalForm>
  );
}

/** What the dialog says of this outcome for this case. */
function useSaid(sent: Submission, outcome: Outcome) {
  const { registrar: words, services } = useWords();
  const own = services[sent.service].registrar;
  const offices = useOffices();
  const { body } = sent;
  const collectionOffice = collectionOfficeOf(body);
  const plate = vehicleOf(body)?.plate;
  const subject = plate === undefined ? rulesOf(sent.service).who(body) : displayPlate(plate);
  switch (outcome) {
    case 'approved': {
      const owners = sent.parties
        .filter(({ role }) => role !== rulesOf(sent.service).applicant)
        .map(({ organisation, name }) => organisation || name);
      const office = offices.find(({ code }) => code === collectionOffice)?.name ?? collectionOffice;
      return { title: own.approveTitle(subject), hint: own.approveHint(owners.join(', '), office), action: words.approve };
    }
    case 'returned':
      return { title: own.returnTitle(subject), hint: words.returnHint, action: words.return };
    case 'refused':
      return { title: own.refuseTitle(subject), hint: words.refuseHint, action: words.refuse };
  }
}
