import { useNavigate } from '@tanstack/react-router';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { BatchDialogProps } from './batch-dialog-props.ts';

const shortestReason = 3;

/** Takes a batch away that should never have been opened; the record keeps why. */
export function DeleteDialog({ batchId, onClose }: Omit<BatchDialogProps, 'onDone'>) {
  const words = useWords().batches.delete;
  const navigate = useNavigate();
  const remove = useAct(client.batches.delete, () => {
    tell(words.done);
    void navigate({ to: '/batches' });
  });
  return (
    <ReasonDialog
      title={words.title}
      label={words.reason}
      tooShort={words.tooShort}
      shortest={shortestReason}
      submitLabel={words.submit}
      cancelLabel={words.keep}
      pending={remove.isPending}
      failure={<ActFailure error={remove.error} />}
      onSubmit={(reason) => remove.mutate({ id: batchId, reason })}
      onClose={onClose}
    >
      <p>{words.hint}</p>
    </ReasonDialog>
  );
}
