import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';

interface CancelDialogProps {
  readonly id: string;
  readonly isPaid: boolean;
  /** Whether it is a school's list, whose bookings end with it. */
  readonly isList?: boolean;
  /** What stands in the field to begin with. */
  readonly usualReason?: string | undefined;
  readonly onClose: () => void;
}

const shortestReason = 3;

/** Ends an application with a reason; a receipt keeps its number. */
export function CancelDialog({ id, isPaid, isList = false, usualReason, onClose }: CancelDialogProps) {
  const { casePage, frame } = useWords();
  const words = casePage.cancel;
  const cancel = useAct(client.applications.cancel, () => {
    tell(casePage.cancelled);
    onClose();
  });
  return (
    <ReasonDialog
      title={words.title}
      label={words.reason}
      tooShort={frame.required}
      shortest={shortestReason}
      submitLabel={words.action}
      cancelLabel={words.keep}
      usual={usualReason}
      pending={cancel.isPending}
      failure={<ActFailure error={cancel.error} />}
      onSubmit={(reason) => cancel.mutate({ id, reason })}
      onClose={onClose}
    >
      <p>{isList ? words.hintList : isPaid ? words.hintPaid : words.hintOpen}</p>
    </ReasonDialog>
  );
}
