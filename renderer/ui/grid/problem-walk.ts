import type { GridProblem, Sheet } from './grid-row.ts';
import type { Place } from './selection.ts';

/** The problems of one cell, those that stop the row first. */
export function problemsAt({ rows, columns }: Sheet, { row, column }: Place): readonly GridProblem[] {
  const key = columns[column]?.key;
  const problems = rows[row]?.problems.filter((problem) => problem.column === key) ?? [];
  return problems.toSorted((one, other) => Number(one.tone === 'asked') - Number(other.tone === 'asked'));
}

/** The next cell with a problem in reading order, around the end to the first; undefined where all is good. */
export function nextProblem(sheet: Sheet, from: Place, direction: 1 | -1 = 1): Place | undefined {
  const { rows } = sheet;
  const inRow = (row: number): readonly number[] => {
    const found = rows[row]?.isAside === true ? [] : (rows[row]?.problems ?? []);
    const columns = found.map(({ column }) => sheet.columns.findIndex(({ key }) => key === column)).filter((column) => column >= 0);
    return columns.toSorted((one, other) => (one - other) * direction);
  };
  const isBeyond = (column: number) => (column - from.column) * direction > 0;
  const rest = inRow(from.row).find(isBeyond);
  if (rest !== undefined) return { row: from.row, column: rest };
  for (let step = 1; step <= rows.length; step += 1) {
    const row = (from.row + step * direction + rows.length * 2) % rows.length;
    const [column] = inRow(row);
    if (column !== undefined) return { row, column };
  }
  return undefined;
}
