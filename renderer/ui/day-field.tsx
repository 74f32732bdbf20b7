import { TextInput } from '@mantine/core';
import { isDay, type Day } from '#shared/base/instant.ts';
import classes from './day-field.module.css';

interface DayFieldProps {
  readonly label: string;
  /** Null where no day is chosen. */
  readonly day: Day | null;
  readonly onChange: (day: Day | null) => void;
}

/** A day after its name in one line, typed or chosen in the way of the system. */
export function DayField({ label, day, onChange }: DayFieldProps) {
  return (
    <label className={classes['day']}>
      {label}
      <TextInput
        type="date"
        size="xs"
        value={day ?? ''}
        onChange={(event) => onChange(isDay(event.currentTarget.value) ? event.currentTarget.value : null)}
      />
    </label>
  );
}
