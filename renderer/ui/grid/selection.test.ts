import { describe, expect, test } from 'vitest';
import { rangeOf, selectionAfter, single, type Field, type Place } from './selection.ts';

/** A field of 6 rows and 3 columns; the letters are filled cells. */
const drawing = ['x..', 'x..', 'x.x', '..x', '...', 'x..'];
const field: Field = {
  rows: drawing.length,
  columns: 3,
  page: 4,
  isFilled: ({ row, column }) => drawing[row]?.[column] === 'x',
};

function move(from: Place, key: string, held: { readonly ctrl?: boolean; readonly shift?: boolean } = {}) {
  return selectionAfter({ key, ctrl: false, shift: false, ...held }, single(from), field);
}

const ctrl = { ctrl: true };
const shift = { shift: true };

describe('the keys move as in a spreadsheet', () => {
  test.each<[string, Place, string, object, Place]>([
    ['an arrow goes one cell', { row: 1, column: 1 }, 'ArrowDown', {}, { row: 2, column: 1 }],
    ['an arrow stops at the edge', { row: 0, column: 0 }, 'ArrowUp', {}, { row: 0, column: 0 }],
    ['Ctrl+arrow goes to the end of what is filled', { row: 0, column: 0 }, 'ArrowDown', ctrl, { row: 2, column: 0 }],
    ['Ctrl+arrow goes over a gap to what is filled next', { row: 2, column: 0 }, 'ArrowDown', ctrl, { row: 5, column: 0 }],
    ['Ctrl+arrow goes to the edge where nothing is filled', { row: 3, column: 2 }, 'ArrowDown', ctrl, { row: 5, column: 2 }],
    ['Ctrl+arrow stays at the edge', { row: 0, column: 2 }, 'ArrowRight', ctrl, { row: 0, column: 2 }],
    ['Home goes to the first column', { row: 3, column: 2 }, 'Home', {}, { row: 3, column: 0 }],
    ['End goes to the last column', { row: 3, column: 0 }, 'End', {}, { row: 3, column: 2 }],
    ['Ctrl+Home goes to the first cell', { row: 3, column: 2 }, 'Home', ctrl, { row: 0, column: 0 }],
    ['Ctrl+End goes to the last cell', { row: 3, column: 0 }, 'End', ctrl, { row: 5, column: 2 }],
    ['a page key goes a page and not beyond', { row: 3, column: 1 }, 'PageDown', {}, { row: 5, column: 1 }],
  ])('%s', (_title, from, key, held, to) => {
    expect(move(from, key, held)).toEqual(single(to));
  });

  test('Shift moves the other corner and leaves the first', () => {
    expect(move({ row: 1, column: 1 }, 'ArrowRight', shift)).toEqual({ at: { row: 1, column: 1 }, to: { row: 1, column: 2 } });
  });

  test('Shift+Space takes the row, Ctrl+Space the column, Ctrl+A everything', () => {
    expect(rangeOf(move({ row: 1, column: 1 }, ' ', shift) ?? single({ row: 0, column: 0 }))).toEqual({
      top: 1,
      bottom: 1,
      left: 0,
      right: 2,
    });
    expect(rangeOf(move({ row: 1, column: 1 }, ' ', ctrl) ?? single({ row: 0, column: 0 }))).toEqual({
      top: 0,
      bottom: 5,
      left: 1,
      right: 1,
    });
    expect(rangeOf(move({ row: 1, column: 1 }, 'a', ctrl) ?? single({ row: 0, column: 0 }))).toEqual({
      top: 0,
      bottom: 5,
      left: 0,
      right: 2,
    });
  });

  test('a letter, and Space alone, move nothing', () => {
    expect(move({ row: 1, column: 1 }, 'x')).toBeUndefined();
    expect(move({ row: 1, column: 1 }, ' ')).toBeUndefined();
  });
});
