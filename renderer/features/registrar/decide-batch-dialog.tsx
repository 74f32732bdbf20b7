import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { useAct } from '#renderer/ui/use-act.ts';

type Decision = Parameters<typeof client.registrar.decideBatch>[0]['act'];

interface DecideBatchDialogProps {
  readonly decision: Decision;
  readonly approved: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks once more before all that is under review is decided in one act. */
export function DecideBatchDialog({ decision, approved, onDone, onClose }: DecideBatchDialogProps) {
  const { batchSent, registrar } = useWords();
  const words = batchSent.registrar;
  const decide = useAct(client.registrar.decideBatch, onDone);
  const title = words.decideTitle(approved, decision.returned.length);
  return (
    <ModalForm
      isOpen
      title={title}
      submitLabel={approved > 0 ? words.approve(approved) : words.returnAll(decision.returned.length)}
      cancelLabel={registrar.keep}
      pending={decide.isPending}
      onSubmit={() => decide.mutate(decision)}
      onClose={onClose}
    >
      <p>{words.decideHint}</p>
      <ActFailure error={decide.error} />
    </ModalForm>
  );
}
