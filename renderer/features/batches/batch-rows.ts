import { isBatchField, type BatchCells } from '#shared/domain/batch/batch-row.ts';
import type { CellPatch } from '#renderer/ui/grid/grid-row.ts';
import type { BatchRow } from './batch-row.ts';

/** Rows after patches, with new ones for ids that are not there yet. What was said of a changed cell stands only until it is checked anew. */
export function patched(rows: readonly BatchRow[], patches: readonly CellPatch[]): readonly BatchRow[] {
  const byRow = new Map<string, BatchCells>();
  for (const { rowId, column, after } of patches) if (isBatchField(column)) byRow.set(rowId, { ...byRow.get(rowId), [column]: after });
  const changed = rows.map((row) => {
    const cells = byRow.get(row.id);
    byRow.delete(row.id);
    return cells === undefined ? row : withCells(row, cells);
  });
  return [...changed, ...[...byRow].map(([id, cells], index) => newRow(id, rows.length + index + 1, cells))];
}

function withCells(row: BatchRow, cells: BatchCells): BatchRow {
  return { ...row, cells: { ...row.cells, ...cells }, problems: row.problems.filter(({ field }) => !(field in cells)) };
}

function newRow(id: string, position: number, cells: BatchCells): BatchRow {
  return { id, position, cells, problems: [], state: 'bad' };
}

/** Rows after the host has checked some of them; one that was typed in again meanwhile waits for its own answer. */
export function checked(rows: readonly BatchRow[], answers: readonly BatchRow[]): readonly BatchRow[] {
  const byId = new Map(answers.map((row) => [row.id, row]));
  return rows.map((row) => {
    const answer = byId.get(row.id);
    return answer !== undefined && isSame(row.cells, answer.cells) ? answer : row;
  });
}

function isSame(one: BatchCells, other: BatchCells): boolean {
  const [ours, theirs]: readonly Readonly<Record<string, string | undefined>>[] = [one, other];
  return Object.keys({ ...ours, ...theirs }).every((key) => (ours?.[key] ?? '') === (theirs?.[key] ?? ''));
}

export function countsOf(rows: readonly BatchRow[]): Readonly<Record<BatchRow['state'], number>> {
  const counts = { good: 0, bad: 0, aside: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
