import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowPx, visibleRows } from './row-window.ts';

it('up to 200 rows are all drawn, whatever was scrolled', () => {
  expect(visibleRows(200, { topPx: 900, heightPx: 400 })).toEqual({ first: 0, end: 200 });
});

it('of a long table every row that can be seen is drawn, and few others', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 201, max: 100_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 40, max: 1200 }),
      (count, at, heightPx) => {
        const topPx = Math.round(at * Math.max(count * rowPx - heightPx, 0));
        const { first, end } = visibleRows(count, { topPx, heightPx });
        expect(first * rowPx).toBeLessThanOrEqual(topPx);
        expect(end * rowPx).toBeGreaterThanOrEqual(Math.min(topPx + heightPx, count * rowPx));
        expect(end - first).toBeLessThanOrEqual(Math.ceil(heightPx / rowPx) + 26);
      },
    ),
  );
});

it('a table that became shorter than where it was scrolled to draws no rows that are not there', () => {
  expect(visibleRows(300, { topPx: 40_000, heightPx: 400 })).toEqual({ first: 300, end: 300 });
});
