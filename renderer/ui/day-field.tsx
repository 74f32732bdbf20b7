import { TextInput } from '@mantine/core';
import { isDay, type Day } from '#shared/base/instant.ts';

interface DayFieldProps {
  readonly label: string;
  /** Null where no day is chosen. */
  readonly day: Day | null;
  readonly onChange: (day: Day | null) => void;
}

/** A day, typed or chosen in the way of the system. */
export function DayField({ label, day, onChange }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      size="xs"
      aria-label={label}
      title={label}
      value={day ?? ''}
      onChange={(event) => onChange(isDay(event.currentTarget.value) ? event.currentTarget.value : null)}
    />
  );
}
