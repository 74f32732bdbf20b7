import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';

interface CancelDialogProps {
  readonly application: ApplicationCase;
  /** What stands in the field to begin with. */
  readonly usualReason?: string | undefined;
  readonly onClose: () => void;
}

const shortestReason = 3;

/** Ends an application with a reason; a receipt keeps its number. */
export function CancelDialog({ application, usualReason = '', onClose }: CancelDialogProps) {
  const { casePage, frame } = useWords();
  const words = casePage.cancel;
  const [reason, setReason] = useState(usualReason);
  const [isTried, setIsTried] = useState(false);
  const cancel = useAct(client.applications.cancel, () => {
    tell(casePage.cancelled);
    onClose();
  });
  const isShort = reason.trim().length < shortestReason;
  const send = () => {
    setIsTried(true);
    if (!isShort) cancel.mutate({ id: application.line.id, reason });
  };
  return (
    <ModalForm
      isOpen
      title={words.title}
      submitLabel={words.action}
      cancelLabel={words.keep}
      isDanger
      pending={cancel.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{application.payment === null ? words.hintOpen : words.hintPaid}</p>
      <TextInput
        label={words.reason}
        value={reason}
        maxLength={200}
        data-autofocus
        error={isTried && isShort ? frame.required : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ActFailure error={cancel.error} />
    </ModalForm>
  );
}
