import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';

interface OpenDialogProps {
  readonly onDone: (id: string) => void;
  readonly onClose: () => void;
}

/** Opens a batch for the motorcycles of one dealer; a dealer's clerk has only their own. */
export function OpenDialog({ onDone, onClose }: OpenDialogProps) {
  const words = useWords().batches.open;
  const found = useQuery({ ...api.batches.dealers.queryOptions({ input: {} }), staleTime: 0 }).data;
  const offered = found?.dealers.filter(({ id }) => found.own === null || id === found.own) ?? [];
  const [chosen, setChosen] = useState('');
  const dealer = offered.find(({ id }) => id === chosen) ?? offered[0];
  const open = useAct(client.batches.open, ({ id }) => onDone(id));
  const send = () => {
    if (dealer !== undefined) open.mutate({ dealerId: dealer.id });
  };
  return (
    <ModalForm isOpen title={words.title} submitLabel={words.submit} pending={open.isPending} onSubmit={send} onClose={onClose}>
      {found !== undefined && offered.length === 0 ? (
        <Note tone="amber">{words.none}</Note>
      ) : (
        <NativeSelect
          label={words.dealer}
          description={words.choose}
          value={dealer?.id ?? ''}
          data={offered.map(({ id, name }) => ({ value: id, label: name }))}
          data-autofocus
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <ActFailure error={open.error} />
    </ModalForm>
  );
}
