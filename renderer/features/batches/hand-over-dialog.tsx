import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { BatchDialogProps } from './batch-dialog-props.ts';

/** Gives the batch as it stands, half-mended or not, to a colleague. */
export function HandOverDialog({ batchId, onDone, onClose }: BatchDialogProps) {
  const words = useWords().batches.handOver;
  const people = useQuery({ ...api.batches.colleagues.queryOptions({ input: {} }), staleTime: 0 }).data?.people ?? [];
  const [chosen, setChosen] = useState('');
  const person = people.find(({ id }) => id === chosen) ?? people[0];
  const handOver = useAct(client.batches.handOver, () => {
    tell(words.done(person?.name ?? ''));
    onDone();
  });
  const send = () => {
    if (person !== undefined) handOver.mutate({ id: batchId, toUserId: person.id });
  };
  return (
    <ModalForm isOpen title={words.title} submitLabel={words.submit} pending={handOver.isPending} onSubmit={send} onClose={onClose}>
      <p>{words.hint}</p>
      {people.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <NativeSelect
          label={words.to}
          value={person?.id ?? ''}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          data-autofocus
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <ActFailure error={handOver.error} />
    </ModalForm>
  );
}
