import { expect, test } from 'vitest';
import type { JudgedRow } from './judged-row.ts';
import { checked, countsOf, patched } from './judged-rows.ts';

const row = (id: string, chassis: string): JudgedRow => ({
  id,
  position: Number(id),
  cells: { chassis, colour: 'Red' },
  problems: [{ field: 'chassis', code: 'missing', facts: {}, tone: 'wrong', fixes: [] }],
  state: 'bad',
});
const patch = (rowId: string, after: string) => ({ rowId, column: 'chassis', before: '', after });

test('a changed cell is no longer said to be wrong, and other rows stay as they are', () => {
  const rows = [row('1', ''), row('2', '')];
  const after = patched(rows, [patch('1', 'MD625AB0')]);
  expect(after[0]).toMatchObject({ cells: { chassis: 'MD625AB0', colour: 'Red' }, problems: [] });
  expect(after[1]).toBe(rows[1]);
});

test('a patch of a row that is not there makes it, at the end', () => {
  expect(patched([row('1', 'A')], [patch('new', 'B')])).toMatchObject([{ id: '1' }, { id: 'new', position: 2, cells: { chassis: 'B' } }]);
});

test('an answer takes the place of its row, unless that was typed in again meanwhile', () => {
  const answer: JudgedRow = { ...row('1', 'A'), problems: [], state: 'good' };
  expect(checked([row('1', 'A')], [answer])).toEqual([answer]);
  const typedSince = row('1', 'AB');
  expect(checked([typedSince], [answer])).toEqual([typedSince]);
});

test('good, bad and aside make the total', () => {
  const rows: readonly JudgedRow[] = [row('1', 'A'), { ...row('2', 'B'), state: 'aside' }, { ...row('3', 'C'), state: 'good' }];
  expect(countsOf(rows)).toEqual({ good: 1, bad: 1, aside: 1 });
});
