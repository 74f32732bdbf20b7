import { useState, type UIEvent } from 'react';

/** Every row of a table is this high, so which ones can be seen is plain arithmetic. */
export const rowPx = 40;
/** Up to this many rows are simply drawn; more are drawn only where they can be seen. */
const drawAllUpTo = 200;
/** Rows drawn beyond each edge, so that scrolling never shows a gap. */
const spareRows = 12;
/** Before the first scroll nothing is known of the height; a screen holds fewer rows than this. */
const firstRows = 40;

interface Scrolled {
  readonly topPx: number;
  readonly heightPx: number;
}

/** The rows to draw: from `first` up to but without `end`. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

export function visibleRows(count: number, scrolled: Scrolled | null): RowWindow {
  if (count <= drawAllUpTo) return { first: 0, end: count };
  if (scrolled === null) return { first: 0, end: firstRows };
  const first = Math.floor(scrolled.topPx / rowPx) - spareRows;
  const end = Math.ceil((scrolled.topPx + scrolled.heightPx) / rowPx) + spareRows;
  return { first: Math.min(Math.max(first, 0), count), end: Math.min(end, count) };
}

/** Follows the scrolling of a long table; `reveal` moves the window so that a row is drawn before it takes the focus. */
export function useRowWindow(count: number) {
  const [scrolled, setScrolled] = useState<Scrolled | null>(null);
  return {
    ...visibleRows(count, scrolled),
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>) =>
      setScrolled({ topPx: currentTarget.scrollTop, heightPx: currentTarget.clientHeight }),
    reveal: (index: number) => setScrolled((before) => ({ topPx: index * rowPx, heightPx: before?.heightPx ?? firstRows * rowPx })),
  };
}
