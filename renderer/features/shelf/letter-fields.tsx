import { Checkbox, TextInput } from '@mantine/core';
import type { Day } from '#shared/base/instant.ts';
import { isDay } from '#shared/base/instant.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { LetterScan } from './letter-scan.tsx';
import classes from './hand-over-dialog.module.css';

/** A letter of authorisation as far as it was read and scanned. */
export interface Letter {
  readonly signedBy: string;
  readonly day: Day | null;
  readonly scan: File | null;
}

interface LetterFieldsProps {
  /** Null where they came without one. */
  readonly letter: Letter | null;
  readonly plate: string;
  readonly isTried: boolean;
  readonly onChange: (letter: Letter | null) => void;
}

/** The letter by which an organisation, or an owner who did not come, sends somebody. */
export function LetterFields({ letter, plate, isTried, onChange }: LetterFieldsProps) {
  const { shelf, frame } = useWords();
  const words = shelf.handOver;
  const missing = (isMissing: boolean) => (isTried && isMissing ? frame.required : undefined);
  return (
    <>
      <Checkbox
        label={words.letter}
        description={words.letterHint}
        checked={letter !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? { signedBy: '', day: null, scan: null } : null)}
      />
      {letter === null ? null : (
        <div className={classes['letter']}>
          <TextInput
            label={words.signedBy}
            value={letter.signedBy}
            maxLength={120}
            autoComplete="off"
            error={missing(letter.signedBy.trim() === '')}
            onChange={(event) => onChange({ ...letter, signedBy: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={words.day}
            value={letter.day ?? ''}
            error={missing(letter.day === null)}
            onChange={(event) => onChange({ ...letter, day: isDay(event.currentTarget.value) ? event.currentTarget.value : null })}
          />
          <div role="group" aria-label={words.scan}>
            <div className={classes['file']}>
              <strong>{words.scan}</strong> {letter.scan?.name}
            </div>
            <LetterScan plate={plate} isChosen={letter.scan !== null} onChoose={(scan) => onChange({ ...letter, scan })} />
            {missing(letter.scan === null) === undefined ? null : <div className={classes['missing']}>{frame.required}</div>}
          </div>
        </div>
      )}
    </>
  );
}
