import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import classes from './list-search.module.css';

interface ListSearchProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The box above a list that narrows it down; the arrow down leads from the box into the list. */
export function ListSearch({ label, value, onChange }: ListSearchProps) {
  const intoList = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    document.querySelector<HTMLElement>('main tbody tr[tabindex="0"]')?.focus();
  };
  return (
    <TextInput
      className={classes['search']}
      aria-label={label}
      placeholder={label}
      size="sm"
      value={value}
      autoComplete="off"
      onKeyDown={intoList}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
