import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { fullText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { QueueItem } from './queue-lines.ts';

interface DiscardDialogProps {
  readonly item: QueueItem;
  readonly onClose: () => void;
}

const shortestReason = 5;

/** A supervisor takes an act off the queue by name and reason, after reading what is lost by it. */
export function DiscardDialog({ item, onClose }: DiscardDialogProps) {
  const { queue, records } = useWords();
  const { locale } = useLocale();
  const words = queue.discard;
  const discard = useAct(client.queue.discard, () => {
    tell(words.done);
    onClose();
  });
  const what = records.kinds[item.kind] ?? item.kind;
  return (
    <ReasonDialog
      title={words.title(what)}
      label={words.reason}
      tooShort={words.reasonShort}
      shortest={shortestReason}
      submitLabel={words.confirm}
      cancelLabel={words.keep}
      pending={discard.isPending}
      failure={<FailureNote error={discard.error} />}
      onSubmit={(reason) => discard.mutate({ entryId: item.entryId, reason })}
      onClose={onClose}
    >
      <Note tone="red" title={words.lost}>
        {words.line(what, item.reference, item.clerk, fullText(item.at, locale))}
      </Note>
      <p>{words.kept}</p>
    </ReasonDialog>
  );
}
