import { useEffect, useEffectEvent, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { KeyBinding } from './key-map.ts';
import { useKeys } from './keys.tsx';
import { useWords } from './locale.tsx';

interface RowKeysOptions<Row> {
  readonly rows: readonly Row[];
  readonly isMain: boolean;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly onMove: ((row: Row) => void) | undefined;
  /** Draws the row if only the visible ones are drawn. */
  readonly reveal: (index: number) => void;
}

const pageOf = 12;

/** Where a key leads from `current` in a list of `count` rows, or undefined where it leads nowhere. */
export function rowAfter(key: string, current: number, count: number): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    j: current + 1,
    ArrowUp: current - 1,
    k: current - 1,
    PageDown: current + pageOf,
    PageUp: current - pageOf,
    Home: 0,
    End: count - 1,
  };
  const to = moves[key];
  return to === undefined || count === 0 ? undefined : Math.min(Math.max(to, 0), count - 1);
}

/** Keyboard life of a table: one row holds the place, keys move it, Enter opens it. */
export function useRowKeys<Row>({ rows, isMain, scroller, onOpen, onMove, reveal }: RowKeysOptions<Row>) {
  const [place, setPlace] = useState(0);
  const current = Math.min(place, Math.max(rows.length - 1, 0));
  const goTo = (index: number) => {
    flushSync(() => {
      setPlace(index);
      reveal(index);
    });
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const step = (key: string) => {
    const isInside = scroller.current?.contains(document.activeElement) === true;
    const to = isInside ? rowAfter(key, current, rows.length) : current;
    if (to !== undefined && rows.length > 0) goTo(to);
  };
  useKeys(useListBindings(isMain, onOpen !== undefined, step));
  useFocusOnArrival(isMain && rows.length > 0, scroller);

  return {
    current,
    onRowFocus: (index: number) => {
      setPlace(index);
      const row = rows[index];
      if (row !== undefined) onMove?.(row);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!(event.target instanceof HTMLTableRowElement)) return;
      // A list that changes moves its rows under the keys, so the row itself says where it stands now.
      const at = Number(event.target.dataset['index']);
      const to = rowAfter(event.key, at, rows.length);
      const row = rows[at];
      if (to !== undefined) goTo(to);
      else if (event.key === 'Enter' && row !== undefined && onOpen !== undefined) onOpen(row);
      else return;
      event.preventDefault();
    },
  };
}

/** The keys of the page's own list; from outside they first lead into it. */
function useListBindings(isMain: boolean, opens: boolean, step: (key: string) => void): readonly KeyBinding[] {
  const words = useWords().frame.keys;
  if (!isMain) return [];
  const moves = [
    ['j', words.down],
    ['k', words.up],
    ['ArrowDown', words.down],
    ['ArrowUp', words.up],
    ...(opens ? [['Enter', words.openLine] as const] : []),
  ] as const;
  return moves.map(([keys, label]) => ({ keys, label, run: () => step(keys) }));
}

/** The page's own list takes the focus when it comes, not at each change of it, and not from somebody who types. */
function useFocusOnArrival(hasArrived: boolean, scroller: RefObject<HTMLElement | null>): void {
  const takeFocus = useEffectEvent(() => {
    const at = document.activeElement;
    const isFree = at === document.body || at?.contains(scroller.current) === true;
    if (isFree) scroller.current?.querySelector<HTMLElement>('tr[data-index="0"]')?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (hasArrived) takeFocus();
  }, [hasArrived]);
}
