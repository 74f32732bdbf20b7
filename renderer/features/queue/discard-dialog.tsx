import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { fullText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { QueueItem } from './queue-lines.ts';

interface DiscardDialogProps {
  readonly item: QueueItem;
  readonly onClose: () => void;
}

const shortestReason = 5;
const longestReason = 200;

/** A supervisor takes an act off the queue by name and reason, after reading what is lost by it. */
export function DiscardDialog({ item, onClose }: DiscardDialogProps) {
  const { queue, records } = useWords();
  const { locale } = useLocale();
  const words = queue.discard;
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const discard = useAct(client.queue.discard, () => {
    tell(words.done);
    onClose();
  });
  const isShort = reason.trim().length < shortestReason;
  const what = records.kinds[item.kind] ?? item.kind;
  const send = () => {
    setIsTried(true);
    if (!isShort) discard.mutate({ entryId: item.entryId, reason: reason.trim() });
  };
  return (
    <ModalForm
      isOpen
      title={words.title(what)}
      submitLabel={words.confirm}
      cancelLabel={words.keep}
      isDanger
      pending={discard.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <Note tone="red" title={words.lost}>
        {words.line(what, item.reference, item.clerk, fullText(item.at, locale))}
      </Note>
      <p>{words.kept}</p>
      <Textarea
        label={words.reason}
        value={reason}
        maxLength={longestReason}
        autosize
        minRows={2}
        data-autofocus
        error={isTried && isShort ? words.reasonShort : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FailureNote error={discard.error} />
    </ModalForm>
  );
}
