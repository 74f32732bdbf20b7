import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { cellBeside } from './use-grid-keys.ts';
import type { GridState } from './use-grid.ts';
import classes from './grid.module.css';

interface CellEditorProps {
  readonly grid: GridState;
  readonly label: string;
}

const leaving: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The field in the open cell. Enter and the Enter of a scanner keep the text and go a row down, Tab a cell on, Esc leaves it as it was. */
export function CellEditor({ grid, label }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const { editing, selection, sheet, close } = grid;
  useLayoutEffect(() => {
    const { current } = input;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  if (editing === null) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { row, column } = selection.at;
    const text = event.currentTarget.value;
    const step = event.shiftKey ? -1 : 1;
    const away = editing.by === 'typed' && !event.shiftKey ? leaving[event.key] : undefined;
    if (event.key === 'Enter' && !event.ctrlKey) close(text, { row: row + step, column });
    else if (event.key === 'Tab') close(text, cellBeside(selection.at, step, sheet.columns.length));
    else if (event.key === 'Escape') close(null);
    else if (away !== undefined) close(text, { row: row + away[0], column: column + away[1] });
    else {
      // Undo, fill down and the like belong to the text while it is open; what finishes the page takes the text along.
      if (event.ctrlKey && event.key !== 'Enter') event.stopPropagation();
      if (event.ctrlKey && event.key === 'Enter') close(text);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      ref={input}
      className={classes['editor']}
      aria-label={label}
      defaultValue={editing.text}
      autoComplete="off"
      spellCheck={false}
      data-takes-scans
      onKeyDown={onKeyDown}
      onBlur={(event) => close(event.currentTarget.value)}
    />
  );
}
