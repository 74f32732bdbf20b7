import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';

const shortestReason = 5;
const longestReason = 200;

/** An admin takes this PC out of its office, with a reason, after reading what follows. */
export function LeaveDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().system.leave.dialog;
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const leave = useAct(client.queue.leave, () => {
    tell(words.done);
    onClose();
  });
  const isShort = reason.trim().length < shortestReason;
  const send = () => {
    setIsTried(true);
    if (!isShort) leave.mutate({ reason: reason.trim() });
  };
  return (
    <ModalForm
      isOpen
      title={words.title}
      submitLabel={words.action}
      cancelLabel={words.keep}
      isDanger
      pending={leave.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{words.words}</p>
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
      <FailureNote error={leave.error} />
    </ModalForm>
  );
}
