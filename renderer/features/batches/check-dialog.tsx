import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { BatchDialogProps } from './batch-dialog-props.ts';

/** The second pair of eyes says that it has looked. */
export function CheckDialog({ batchId, onDone, onClose }: BatchDialogProps) {
  const words = useWords().batches.check;
  const check = useAct(client.batches.check, () => {
    tell(words.done);
    onDone();
  });
  return (
    <ModalForm
      isOpen
      title={words.title}
      submitLabel={words.submit}
      pending={check.isPending}
      onSubmit={() => check.mutate({ id: batchId })}
      onClose={onClose}
    >
      <p>{words.hint}</p>
      <ActFailure error={check.error} />
    </ModalForm>
  );
}
