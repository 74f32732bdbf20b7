import { NativeSelect, TextInput } from '@mantine/core';

interface ReasonFieldsProps<Reason extends string> {
  readonly label: string;
  readonly noteLabel: string;
  readonly noteMissing: string;
  readonly reasons: readonly Reason[];
  readonly words: Readonly<Record<Reason, string>>;
  readonly reason: Reason;
  readonly note: string;
  readonly isTried: boolean;
  readonly onChange: (typed: { readonly reason: Reason; readonly note: string }) => void;
}

/** A reason from a list and a note, which “other” cannot do without. */
export function ReasonFields<Reason extends string>(props: ReasonFieldsProps<Reason>) {
  const { label, noteLabel, noteMissing, reasons, words, reason, note, isTried, onChange } = props;
  return (
    <>
      <NativeSelect
        label={label}
        value={reason}
        data={reasons.map((value) => ({ value, label: words[value] }))}
        onChange={(event) => {
          const chosen = reasons.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) onChange({ reason: chosen, note });
        }}
      />
      <TextInput
        label={noteLabel}
        value={note}
        maxLength={200}
        autoComplete="off"
        error={isTried && !isReasonSaid(reason, note) ? noteMissing : undefined}
        onChange={(event) => onChange({ reason, note: event.currentTarget.value })}
      />
    </>
  );
}

const shortestNote = 3;

export function isReasonSaid(reason: string, note: string): boolean {
  return reason !== 'other' || note.trim().length >= shortestNote;
}
