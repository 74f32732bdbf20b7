import { expect, test } from 'vitest';
import type { GridRow, Sheet } from './grid-row.ts';
import { nextProblem, problemsAt } from './problem-walk.ts';

function sheetWith(...problems: readonly string[]): Sheet {
  const rows = problems.map((columns, index): GridRow => ({
    id: String(index),
    number: index + 1,
    cells: {},
    isAside: columns.endsWith('aside'),
    problems: columns
      .split(' ')
      .filter((column) => 'abc'.includes(column) && column !== '')
      .map((column) => ({ column, tone: 'wrong', sentence: column, fixes: [] })),
  }));
  return { rows, columns: ['a', 'b', 'c'].map((key) => ({ key, head: key, widthPx: 80 })) };
}

test('the next problem is the next in reading order, then the first again', () => {
  const sheet = sheetWith('', 'c a', '', 'b');
  expect(nextProblem(sheet, { row: 0, column: 0 })).toEqual({ row: 1, column: 0 });
  expect(nextProblem(sheet, { row: 1, column: 0 })).toEqual({ row: 1, column: 2 });
  expect(nextProblem(sheet, { row: 1, column: 2 })).toEqual({ row: 3, column: 1 });
  expect(nextProblem(sheet, { row: 3, column: 1 })).toEqual({ row: 1, column: 0 });
});

test('the one before goes the same way back', () => {
  const sheet = sheetWith('', 'c a', '', 'b');
  expect(nextProblem(sheet, { row: 1, column: 2 }, -1)).toEqual({ row: 1, column: 0 });
  expect(nextProblem(sheet, { row: 1, column: 0 }, -1)).toEqual({ row: 3, column: 1 });
});

test('a row that is set aside is passed over, and where all is good there is no next', () => {
  expect(nextProblem(sheetWith('', 'a aside'), { row: 0, column: 0 })).toBeUndefined();
  expect(nextProblem(sheetWith(), { row: 0, column: 0 })).toBeUndefined();
});

test('the only problem is its own next, so that the key still leads back to it', () => {
  expect(nextProblem(sheetWith('b'), { row: 0, column: 1 })).toEqual({ row: 0, column: 1 });
});

test('what stops a row is said before what is only asked', () => {
  const asked = { column: 'a', tone: 'asked', sentence: 'asked', fixes: [] } as const;
  const sheet = sheetWith('a');
  const row: GridRow = { id: '0', number: 1, cells: {}, problems: [asked, ...(sheet.rows[0]?.problems ?? [])] };
  expect(problemsAt({ ...sheet, rows: [row] }, { row: 0, column: 0 }).map(({ tone }) => tone)).toEqual(['wrong', 'asked']);
});
