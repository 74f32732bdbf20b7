import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { BatchDialogProps } from './batch-dialog-props.ts';

/** Sends what came back and was mended once more, under the same receipt. */
export function AgainDialog({ batchId, onDone, onClose }: BatchDialogProps) {
  const { again: words } = useWords().batchSent;
  const resubmit = useAct(client.batches.resubmit, ({ units }) => {
    tell(words.done(units));
    onDone();
  });
  return (
    <ModalForm
      isOpen
      title={words.title}
      submitLabel={words.action}
      pending={resubmit.isPending}
      onSubmit={() => resubmit.mutate({ id: batchId })}
      onClose={onClose}
    >
      <p>{words.hint}</p>
      <ActFailure error={resubmit.error} />
    </ModalForm>
  );
}
