import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';

/** Names a dealer whose batches this office takes. */
export function DealerDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().batches.dealer;
  const [typed, setTyped] = useState({ name: '', kraPin: '', phone: '' });
  const [isTried, setIsTried] = useState(false);
  const isShort = typed.name.trim().length < 2;
  const add = useAct(client.batches.addDealer, (_output, { name }) => {
    tell(words.added(name));
    onClose();
  });
  const send = () => {
    setIsTried(true);
    if (!isShort) add.mutate(typed);
  };
  return (
    <ModalForm isOpen title={words.title} submitLabel={words.action} pending={add.isPending} onSubmit={send} onClose={onClose}>
      {(['name', 'kraPin', 'phone'] as const).map((key) => (
        <TextInput
          key={key}
          label={words[key]}
          value={typed[key]}
          maxLength={200}
          autoComplete="off"
          data-autofocus={key === 'name' || undefined}
          error={key === 'name' && isTried && isShort ? words.nameShort : undefined}
          onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
        />
      ))}
      <ActFailure error={add.error} />
    </ModalForm>
  );
}
