import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { ActFailure } from './act-failure.tsx';
import type { Desk } from './desk.ts';

interface SupervisorDialogProps {
  readonly desk: Desk;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const shortestReason = 3;

/** A supervisor comes to this desk and allows a risky act on old facts, with their own password. */
export function SupervisorDialog({ desk, isOpen, onClose }: SupervisorDialogProps) {
  const words = useWords().application;
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [reason, setReason] = useState('');
  const supervise = useAct(client.applications.supervise, () => {
    void desk.settle();
    onClose();
  });
  const send = () => {
    if (login.trim() === '' || reason.trim().length < shortestReason) return;
    supervise.mutate({ id: desk.application.line.id, login, password, reason });
    setPassword('');
  };
  return (
    <ModalForm
      isOpen={isOpen}
      title={words.supervisorTitle}
      submitLabel={words.supervisorAllow}
      pending={supervise.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <TextInput
        label={words.supervisorLogin}
        value={login}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <PasswordInput
        label={words.supervisorPassword}
        value={password}
        autoComplete="off"
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <TextInput label={words.supervisorReason} value={reason} maxLength={200} onChange={(event) => setReason(event.currentTarget.value)} />
      <ActFailure error={supervise.error} />
    </ModalForm>
  );
}
