import type { CellPatch } from '#renderer/ui/grid/grid-row.ts';
import type { JudgedRow, RowTexts } from './judged-row.ts';

/** Rows after patches, with new ones for ids that are not there yet. What was said of a changed cell stands only until it is checked anew. */
export function patched(rows: readonly JudgedRow[], patches: readonly CellPatch[]): readonly JudgedRow[] {
  const byRow = new Map<string, RowTexts>();
  for (const { rowId, column, after } of patches) byRow.set(rowId, { ...byRow.get(rowId), [column]: after });
  const changed = rows.map((row) => {
    const cells = byRow.get(row.id);
    byRow.delete(row.id);
    return cells === undefined ? row : withCells(row, cells);
  });
  const next = nextPosition(rows);
  return [...changed, ...[...byRow].map(([id, cells], index) => newRow(id, next + index, cells))];
}

/** The number of a row that is typed below these: those of a file keep the file's own numbers. */
export function nextPosition(rows: readonly JudgedRow[]): number {
  return (rows.at(-1)?.position ?? 0) + 1;
}

function withCells(row: JudgedRow, cells: RowTexts): JudgedRow {
  return { ...row, cells: { ...row.cells, ...cells }, problems: row.problems.filter(({ field }) => !(field in cells)) };
}

function newRow(id: string, position: number, cells: RowTexts): JudgedRow {
  return { id, position, cells, problems: [], state: 'bad' };
}

/** Rows after the host has checked some of them; one that was typed in again meanwhile waits for its own answer. */
export function checked(rows: readonly JudgedRow[], answers: readonly JudgedRow[]): readonly JudgedRow[] {
  const byId = new Map(answers.map((row) => [row.id, row]));
  return rows.map((row) => {
    const answer = byId.get(row.id);
    return answer !== undefined && isSame(row.cells, answer.cells) ? answer : row;
  });
}

function isSame(ours: RowTexts, theirs: RowTexts): boolean {
  return Object.keys({ ...ours, ...theirs }).every((key) => (ours[key] ?? '') === (theirs[key] ?? ''));
}

export function countsOf(rows: readonly JudgedRow[]): Readonly<Record<JudgedRow['state'], number>> {
  const counts = { good: 0, bad: 0, aside: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
