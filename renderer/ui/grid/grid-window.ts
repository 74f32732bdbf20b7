import { useEffect, useEffectEvent, useLayoutEffect, useState, type RefObject } from 'react';
import type { GridColumn } from './grid-row.ts';
import type { Place } from './selection.ts';

/** Head and rows are this high, so which rows can be seen is plain arithmetic. */
export const gridRowPx = 32;
/** The column of row numbers. */
export const numbersPx = 52;
/** Rows drawn beyond each edge. */
const spareRows = 8;
/** Before the first measure nothing is known of the height; no screen shows more rows than this. */
const firstRows = 40;

/** Follows the scrolling in steps of a few rows, so that most scroll events draw nothing new. */
export function useGridWindow(count: number, scroller: RefObject<HTMLElement | null>) {
  const [seen, setSeen] = useState({ first: 0, end: firstRows });
  const measure = () => {
    const box = scroller.current;
    if (box === null) return;
    const first = Math.max(Math.floor(box.scrollTop / gridRowPx / spareRows) * spareRows - spareRows, 0);
    const end = first + Math.ceil(box.clientHeight / gridRowPx) + spareRows * 3;
    setSeen((before) => (before.first === first && before.end === end ? before : { first, end }));
  };
  const measureNow = useEffectEvent(measure);
  useEffect(() => {
    const watch = new ResizeObserver(() => measureNow());
    if (scroller.current !== null) watch.observe(scroller.current);
    return () => watch.disconnect();
  }, [scroller]);
  return { first: Math.min(seen.first, count), end: Math.min(seen.end, count), measure };
}

/** Scrolls by as little as brings the place out from under head and row numbers, and into sight. */
export function useReveal({ row, column }: Place, columns: readonly GridColumn[], scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const left = columns.slice(0, column).reduce((sum, { widthPx }) => sum + widthPx, 0);
    const width = columns[column]?.widthPx ?? 0;
    box.scrollTo({
      top: nearest(box.scrollTop, row * gridRowPx, { size: gridRowPx, room: box.clientHeight - gridRowPx }),
      left: nearest(box.scrollLeft, left, { size: width, room: box.clientWidth - numbersPx }),
    });
  }, [row, column, columns, scroller]);
}

function nearest(scrolled: number, start: number, { size, room }: { readonly size: number; readonly room: number }): number {
  if (start < scrolled) return start;
  return Math.max(scrolled, start + size - room);
}

/** The grid takes the focus when it comes, unless somebody types elsewhere. */
export function useGridArrival(scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const at = document.activeElement;
    if (at === document.body || at?.contains(scroller.current) === true) scroller.current?.focus({ preventScroll: true });
  }, [scroller]);
}
