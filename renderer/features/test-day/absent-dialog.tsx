import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { Candidate } from './candidate.ts';

interface AbsentDialogProps {
  readonly candidate: Candidate;
  readonly onClose: () => void;
}

/** The candidate did not come: the seat is used up. */
export function AbsentDialog({ candidate: { bookingId, name }, onClose }: AbsentDialogProps) {
  const { testDay: words } = useWords();
  const give = useAct(client.testDay.giveResult, () => {
    tell(words.absentDone(name));
    onClose();
  });
  return (
    <ModalForm
      isOpen
      isDanger
      title={words.absentTitle(name)}
      submitLabel={words.isAbsent}
      pending={give.isPending}
      onClose={onClose}
      onSubmit={() => give.mutate({ bookingId, marks: null, correction: null })}
    >
      <p>{words.absentHint}</p>
      <ActFailure error={give.error} />
    </ModalForm>
  );
}
