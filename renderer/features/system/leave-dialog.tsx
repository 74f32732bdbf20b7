import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';

const shortestReason = 5;

/** An admin takes this PC out of its office, with a reason, after reading what follows. */
export function LeaveDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().system.leave.dialog;
  const leave = useAct(client.queue.leave, () => {
    tell(words.done);
    onClose();
  });
  return (
    <ReasonDialog
      title={words.title}
      label={words.reason}
      tooShort={words.reasonShort}
      shortest={shortestReason}
      submitLabel={words.action}
      cancelLabel={words.keep}
      pending={leave.isPending}
      failure={<FailureNote error={leave.error} />}
      onSubmit={(reason) => leave.mutate({ reason })}
      onClose={onClose}
    >
      <p>{words.words}</p>
    </ReasonDialog>
  );
}
