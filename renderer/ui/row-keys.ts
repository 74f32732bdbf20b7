import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useKeys } from './keys.tsx';
import { useWords } from './locale.tsx';

interface RowKeysOptions<Row> {
  readonly rows: readonly Row[];
  readonly isMain: boolean;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly onMove: ((row: Row) => void) | undefined;
  /** Draws the row if only the visible ones are drawn. */
  readonly show: (index: number) => void;
}

const pageOf = 12;

/** Where a key leads from `current` in a list of `count` rows, or undefined where it leads nowhere. */
export function rowAfter(key: string, current: number, count: number): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: current + 1, j: current + 1, ArrowUp: current - 1, k: current - 1,
    PageDown: current + pageOf, PageUp: current - pageOf, Home: 0, End: count - 1,
  };
  const to = moves[key];
  return to === undefined || count === 0 ? undefined : Math.min(Math.max(to, 0), count - 1);
}

/** Keyboard life of a table: one row holds the place, keys move it, Enter opens it. */
export function useRowKeys<Row>({ rows, isMain, scroller, onOpen, onMove, show }: RowKeysOptions<Row>) {
  const words = useWords().frame.keys;
  const [place, setPlace] = useState(0);
  const current = Math.min(place, Math.max(rows.length - 1, 0));

  const rowAt = (index: number) => scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
  const goToFirst = () => rowAt(0)?.focus({ preventScroll: true });
  const goTo = (index: number) => {
    flushSync(() => {
      setPlace(index);
      show(index);
    });
    const row = rowAt(index);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  /** The page's own list takes the keys as soon as it is there, unless somebody already types. */
  const hasRows = rows.length > 0;
  useEffect(() => {
    const at = document.activeElement;
    if (isMain && hasRows && (at === document.body || at?.contains(scroller.current) === true)) goToFirst();
    // Only the arrival of the list takes the focus, not every change of it.
  }, [isMain, hasRows]);
  const isInside = () => scroller.current?.contains(document.activeElement) === true;
  const step = (key: string) => {
    const to = isInside() ? rowAfter(key, current, rows.length) : rows.length > 0 ? current : undefined;
    if (to !== undefined) goTo(to);
  };
  useKeys(
    isMain
      ? [
          { keys: 'j', label: words.down, run: () => step('j') },
          { keys: 'k', label: words.up, run: () => step('k') },
          { keys: 'ArrowDown', label: words.down, run: () => step('ArrowDown') },
          { keys: 'ArrowUp', label: words.up, run: () => step('ArrowUp') },
          ...(onOpen === undefined ? [] : [{ keys: 'Enter', label: words.openLine, run: () => step('Enter') }]),
        ]
      : [],
  );

  return {
    current,
    onRowFocus: (index: number) => {
      setPlace(index);
      const row = rows[index];
      if (row !== undefined) onMove?.(row);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!(event.target instanceof HTMLTableRowElement)) return;
      const to = rowAfter(event.key, current, rows.length);
      const row = rows[current];
      if (to !== undefined) goTo(to);
      else if (event.key === 'Enter' && row !== undefined && onOpen !== undefined) onOpen(row);
      else return;
      event.preventDefault();
    },
  };
}
