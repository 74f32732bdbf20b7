import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import classes from './list-search.module.css';

interface ListSearchProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter, typed or at the end of a scan, goes to what was found. */
  readonly onEnter?: (() => void) | undefined;
}

/** The box above a list that narrows it down; the arrow down leads from the box into the list. */
export function ListSearch({ label, value, onChange, onEnter }: ListSearchProps) {
  const intoList = (event: KeyboardEvent) => {
    const isEnter = event.key === 'Enter' && onEnter !== undefined;
    if (event.key !== 'ArrowDown' && !isEnter) return;
    event.preventDefault();
    if (isEnter) onEnter();
    else document.querySelector<HTMLElement>('main tbody tr[tabindex="0"]')?.focus();
  };
  return (
    <TextInput
      className={classes['search']}
      aria-label={label}
      placeholder={label}
      size="sm"
      value={value}
      autoComplete="off"
      data-takes-scans={onEnter === undefined ? undefined : true}
      onKeyDown={intoList}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
