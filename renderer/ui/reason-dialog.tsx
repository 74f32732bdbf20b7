import { Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ModalForm } from './modal-form.tsx';

interface ReasonDialogProps {
  readonly title: string;
  /** What the reason is asked for by, and what is said where it is too short. */
  readonly label: string;
  readonly tooShort: string;
  readonly shortest: number;
  readonly submitLabel: string;
  readonly cancelLabel: string;
  /** What stands in the field to begin with. */
  readonly usual?: string | undefined;
  readonly pending: boolean;
  readonly failure: ReactNode;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
  /** What follows from the act, to be read before it is done. */
  readonly children: ReactNode;
}

const longestReason = 200;

/** Asks for the reason of an act that is not taken back lightly. */
export function ReasonDialog({ label, tooShort, shortest, usual = '', failure, onSubmit, children, ...form }: ReasonDialogProps) {
  const [reason, setReason] = useState(usual);
  const [isTried, setIsTried] = useState(false);
  const isShort = reason.trim().length < shortest;
  const send = () => {
    setIsTried(true);
    if (!isShort) onSubmit(reason.trim());
  };
  return (
    <ModalForm isOpen isDanger onSubmit={send} {...form}>
      {children}
      <Textarea
        label={label}
        value={reason}
        maxLength={longestReason}
        autosize
        minRows={2}
        data-autofocus
        error={isTried && isShort ? tooShort : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {failure}
    </ModalForm>
  );
}
