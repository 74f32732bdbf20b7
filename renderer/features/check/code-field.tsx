import { TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './check-page.module.css';

interface CodeFieldProps {
  readonly onScan: (text: string) => void;
  /** The next paper is being scanned: the last one's answer must not stand beside it. */
  readonly onBegin: () => void;
}

/** Takes what a hand scanner types, with the Enter it ends with; ready at once for the next paper. */
export function CodeField({ onScan, onBegin }: CodeFieldProps) {
  const words = useWords().check;
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text === '') return;
    onScan(text);
    setText('');
  };
  return (
    <form className={classes['scan']} onSubmit={submit}>
      <TextInput
        className={classes['code'] ?? ''}
        label={words.field}
        description={words.fieldHint}
        value={text}
        data-takes-scans
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          if (text === '') onBegin();
          setText(event.currentTarget.value);
        }}
      />
      <ActionButton type="submit" label={words.check} tone="main" />
    </form>
  );
}
