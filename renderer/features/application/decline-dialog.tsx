import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PartyRole } from '#shared/domain/party.ts';
import { client } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { ActFailure } from './act-failure.tsx';
import type { Desk } from './desk.ts';

interface DeclineDialogProps {
  readonly desk: Desk;
  readonly role: PartyRole;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A party says no: the application ends and the vehicle is free. */
export function DeclineDialog({ desk, role, name, isOpen, onClose }: DeclineDialogProps) {
  const words = useWords().application.confirm;
  const [reason, setReason] = useState('');
  const decline = useAct(client.applications.decline, () => {
    onClose();
    void desk.settle();
  });
  return (
    <ModalForm
      isOpen={isOpen}
      title={words.declineTitle(name)}
      submitLabel={words.declineAction}
      isDanger
      pending={decline.isPending}
      onClose={onClose}
      onSubmit={() => decline.mutate({ id: desk.application.line.id, role, reason })}
    >
      <p>{words.declineHint}</p>
      <TextInput
        label={words.declineReason}
        value={reason}
        maxLength={200}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ActFailure error={decline.error} />
    </ModalForm>
  );
}
