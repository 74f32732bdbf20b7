import { TextInput } from '@mantine/core';
import { checkShelfPlace } from '#shared/domain/shelf.ts';
import { useWords } from '#renderer/ui/locale.tsx';

interface PlaceFieldProps {
  readonly place: string;
  readonly isTried: boolean;
  readonly onChange: (place: string) => void;
}

export function isPlace(text: string): boolean {
  return checkShelfPlace(text).ok;
}

/** A place on the shelf, scanned or typed; Enter goes on to the next field. */
export function PlaceField({ place, isTried, onChange }: PlaceFieldProps) {
  const { shelf: words, refusals } = useWords();
  const checked = checkShelfPlace(place);
  return (
    <TextInput
      label={words.place}
      description={words.placeHint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={place}
      maxLength={40}
      autoComplete="off"
      data-autofocus
      data-takes-scans
      error={isTried && !checked.ok ? refusals['shelf.place-shape'](checked.problem.facts) : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey) return;
        event.preventDefault();
        const inputs = [...(event.currentTarget.form?.querySelectorAll<HTMLInputElement>('input:not([type="radio"])') ?? [])];
        inputs[inputs.indexOf(event.currentTarget) + 1]?.focus();
      }}
    />
  );
}
