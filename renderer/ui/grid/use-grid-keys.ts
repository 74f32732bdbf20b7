import type { KeyboardEvent, RefObject } from 'react';
import type { KeyBinding } from '../key-map.ts';
import { useKeys } from '../keys.tsx';
import { useWords } from '../locale.tsx';
import { fillDown, setAll } from './edits.ts';
import { textAt } from './grid-row.ts';
import { gridRowPx } from './grid-window.ts';
import { nextProblem } from './problem-walk.ts';
import { selectionAfter, single, type Field, type Place } from './selection.ts';
import type { GridState } from './use-grid.ts';

/** The keys of the grid that work wherever the keys stand on its page; `?` lists them. */
export function useGridBindings(grid: GridState, scroller: RefObject<HTMLElement | null>): void {
  const words = useWords().grid.keys;
  const { sheet, range, selection } = grid;
  const go = (place: Place | undefined) => {
    if (place !== undefined) grid.choose(single(place));
    scroller.current?.focus({ preventScroll: true });
  };
  const bindings: readonly KeyBinding[] = [
    { keys: 'F2', label: words.open, run: () => grid.open('opened') },
    { keys: 'F4', label: words.nextProblem, run: () => go(nextProblem(sheet, selection.at)) },
    { keys: 'Shift+F4', label: words.problemBefore, run: () => go(nextProblem(sheet, selection.at, -1)) },
    { keys: 'Ctrl+d', label: words.fillDown, run: () => grid.edit(fillDown(sheet, range)) },
    { keys: 'Ctrl+z', label: words.undo, run: grid.undo },
    { keys: 'Ctrl+y', label: words.redo, run: grid.redo },
  ];
  useKeys(bindings);
}

/** The keys of the grid while it has the focus: moving, typing, emptying. */
export function gridKeyDown(grid: GridState, event: KeyboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget || event.altKey || event.nativeEvent.isComposing) return;
  const isTaken = moved(grid, event) || tabbed(grid, event) || typed(grid, event);
  if (isTaken) event.preventDefault();
}

function fieldOf({ sheet }: GridState, scroller: HTMLElement): Field {
  return {
    rows: sheet.rows.length,
    columns: sheet.columns.length,
    page: Math.max(Math.floor(scroller.clientHeight / gridRowPx) - 2, 1),
    isFilled: ({ row, column }) => textAt(sheet, row, column) !== '',
  };
}

function moved(grid: GridState, { key, ctrlKey, metaKey, shiftKey, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  const press = { key, ctrl: ctrlKey || metaKey, shift: shiftKey };
  const next = selectionAfter(press, grid.selection, fieldOf(grid, currentTarget));
  if (next !== undefined) grid.choose(next);
  return next !== undefined;
}

/** The next cell in reading order; beyond the first and the last one Tab leaves the grid. */
export function cellBeside({ row, column }: Place, step: 1 | -1, columns: number): Place {
  const at = row * columns + column + step;
  return { row: Math.floor(at / columns), column: ((at % columns) + columns) % columns };
}

function tabbed({ sheet, selection, choose }: GridState, { key, ctrlKey, shiftKey }: KeyboardEvent<HTMLElement>): boolean {
  if (ctrlKey) return false;
  const { row, column } = selection.at;
  if (key === 'Enter') {
    choose(single({ row: Math.min(Math.max(row + (shiftKey ? -1 : 1), 0), sheet.rows.length - 1), column }));
    return true;
  }
  if (key !== 'Tab') return false;
  const next = cellBeside(selection.at, shiftKey ? -1 : 1, sheet.columns.length);
  if (next.row < 0 || next.row >= sheet.rows.length) return false;
  choose(single(next));
  return true;
}

function typed(grid: GridState, { key, ctrlKey, metaKey }: KeyboardEvent<HTMLElement>): boolean {
  if (ctrlKey || metaKey) return false;
  if (key === 'Delete' || key === 'Backspace') {
    grid.edit(setAll(grid.sheet, grid.range, ''));
    return true;
  }
  // Space alone would only put a blank into the cell.
  if (key.length !== 1 || key === ' ') return false;
  grid.open('typed', key);
  return true;
}
