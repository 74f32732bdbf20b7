import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { displayPlate } from '#shared/domain/plate.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { Movement } from './movement.ts';

interface ComeBackDialogProps {
  readonly movement: Movement;
  readonly onClose: () => void;
}

/** A plate is back at the gate. */
export function ComeBackDialog({ movement, onClose }: ComeBackDialogProps) {
  const { comeBack: words } = useWords().tradePlates;
  const [note, setNote] = useState('');
  const plate = displayPlate(movement.plate);
  const comeBack = useAct(client.tradePlates.comeBack, () => {
    tell(words.done(plate));
    onClose();
  });
  return (
    <ModalForm
      isOpen
      title={words.title(plate)}
      submitLabel={words.submit}
      pending={comeBack.isPending}
      onClose={onClose}
      onSubmit={() => comeBack.mutate({ id: movement.id, note })}
    >
      <p>{words.from(movement.chassis, movement.destination, movement.driverName)}</p>
      <TextInput
        label={words.note}
        value={note}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ActFailure error={comeBack.error} />
    </ModalForm>
  );
}
