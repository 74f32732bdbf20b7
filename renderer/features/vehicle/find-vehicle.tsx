import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { client } from '#renderer/connection/connection.ts';
import type { Desk } from '#renderer/features/application/desk.ts';
import { useProblemText } from '#renderer/features/application/problem-text.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { UnknownVehicle } from './unknown-vehicle.tsx';
import { readVehicleNumber } from './vehicle-number.ts';
import classes from './vehicle.module.css';

interface FindVehicleProps {
  readonly desk: Desk;
  readonly onFound: (vehicle: Vehicle) => void;
}

/** One box for plate or chassis number; a scanner may fill it and its Enter finds at once. */
export function FindVehicle({ desk, onFound }: FindVehicleProps) {
  const words = useWords().transfer.vehicle;
  const { typed, type, look, find, error, unknown } = useFind(onFound);
  const seat = desk.seat('vehicle.plate');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    look();
  };
  return (
    <>
      <div className={classes['find']}>
        <TextInput
          {...seat}
          label={words.find}
          description={words.findHint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={typed}
          error={error ?? seat.error}
          autoComplete="off"
          spellCheck={false}
          data-takes-scans
          onKeyDown={onKeyDown}
          onChange={(event) => type(event.currentTarget.value.toUpperCase())}
        />
      </div>
      <div className={classes['ask']}>
        <div>
          <ActionButton label={words.findAction} keys="Enter" tone="main" pending={find.isPending} onAct={look} />
        </div>
        <FailureNote error={find.error} />
        {unknown === null ? null : <UnknownVehicle text={unknown} onFound={onFound} />}
      </div>
    </>
  );
}

/** What is typed, read as a number and looked for; `unknown` is the number this office does not know. */
function useFind(onFound: (vehicle: Vehicle) => void) {
  const sentence = useProblemText();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const find = useMutation({
    mutationFn: (text: string) => client.vehicles.find({ text }),
    onSuccess: ({ vehicle }) => {
      if (vehicle !== null) onFound(vehicle);
    },
  });
  return {
    typed,
    find,
    error,
    unknown: find.data?.vehicle === null ? asked : null,
    type: (text: string) => {
      setTyped(text);
      setAsked(null);
      setError(null);
    },
    look: () => {
      const number = readVehicleNumber(typed);
      setError(number.ok ? null : sentence(number.problem));
      setAsked(number.ok ? number.text : null);
      if (number.ok) find.mutate(number.text);
    },
  };
}
