import { describe, expect, it } from 'vitest';
import { placeAfter } from './grid-place.ts';

const size = { rows: 10, columns: 4 };

describe('a key in the calendar', () => {
  it.each([
    ['ArrowDown', { row: 3, column: 1 }],
    ['k', { row: 1, column: 1 }],
    ['ArrowRight', { row: 2, column: 2 }],
    ['ArrowLeft', { row: 2, column: 0 }],
    ['PageDown', { row: 9, column: 1 }],
    ['PageUp', { row: 0, column: 1 }],
    ['End', { row: 9, column: 1 }],
  ])('%s leads to a cell that is there', (key, to) => {
    expect(placeAfter(key, { row: 2, column: 1 }, size)).toEqual(to);
  });

  it('that moves nothing, and any key where no day is open, leads nowhere', () => {
    expect(placeAfter('x', { row: 2, column: 1 }, size)).toBeUndefined();
    expect(placeAfter('ArrowDown', { row: 0, column: 0 }, { rows: 0, columns: 4 })).toBeUndefined();
  });
});
