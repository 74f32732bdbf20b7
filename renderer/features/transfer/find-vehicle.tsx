import { TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { client } from '#renderer/connection/connection.ts';
import type { Desk } from '#renderer/features/application/desk.ts';
import { fieldId } from '#renderer/features/application/fields.ts';
import { useProblemText } from '#renderer/features/application/problem-text.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useMutation } from '@tanstack/react-query';
import { readVehicleNumber } from './vehicle-number.ts';
import { UnknownVehicle } from './unknown-vehicle.tsx';
import classes from './vehicle.module.css';

interface FindVehicleProps {
  readonly desk: Desk;
  readonly onFound: (vehicle: Vehicle) => void;
}

/** One box for plate or chassis number; a scanner may fill it and its Enter finds at once. */
export function FindVehicle({ desk, onFound }: FindVehicleProps) {
  const words = useWords().transfer.vehicle;
  const sentence = useProblemText();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const seat = desk.seat('vehicle.plate');
  const find = useMutation({
    mutationFn: (text: string) => client.vehicles.find({ text }),
    onSuccess: ({ vehicle }) => {
      if (vehicle !== null) onFound(vehicle);
    },
  });
  const look = () => {
    const number = readVehicleNumber(typed);
    setError(number.ok ? null : sentence(number.problem));
    setAsked(number.ok ? number.text : null);
    if (number.ok) find.mutate(number.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    look();
  };
  return (
    <>
      <div className={classes['find']}>
        <TextInput
          id={fieldId('vehicle.plate')}
          onFocus={seat.onFocus}
          label={words.find}
          description={words.findHint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={typed}
          error={error ?? seat.error}
          autoComplete="off"
          spellCheck={false}
          data-takes-scans
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.currentTarget.value.toUpperCase());
            setAsked(null);
            setError(null);
          }}
        />
      </div>
      <div className={classes['ask']}>
        <div>
          <ActionButton label={words.findAction} keys="Enter" tone="main" pending={find.isPending} onAct={look} />
        </div>
        <FailureNote error={find.error} />
        {asked !== null && find.data?.vehicle === null ? <UnknownVehicle text={asked} onFound={onFound} /> : null}
      </div>
    </>
  );
}
