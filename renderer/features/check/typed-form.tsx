import { TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './check-page.module.css';

export interface Typed {
  readonly number: string;
  readonly shortCode: string;
}

/** For a paper whose code nothing can read any more. */
export function TypedForm({ onCheck }: { readonly onCheck: (typed: Typed) => void }) {
  const words = useWords().check;
  const [number, setNumber] = useState('');
  const [shortCode, setShortCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (number !== '' && shortCode !== '') onCheck({ number, shortCode });
  };
  return (
    <form className={classes['typed']} onSubmit={submit} aria-label={words.typedTitle}>
      <h2 className={classes['name']}>{words.typedTitle}</h2>
      <p className={classes['quiet']}>{words.typedHint}</p>
      <TextInput
        label={words.number}
        value={number}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput
        label={words.shortCode}
        placeholder="0000-0000-0000"
        value={shortCode}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setShortCode(event.currentTarget.value)}
      />
      <ActionButton type="submit" label={words.checkTyped} />
    </form>
  );
}
