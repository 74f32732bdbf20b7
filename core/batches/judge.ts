import { acrossProblems, marksOf, type ElsewhereLookUp, type RowMarks } from '#shared/domain/batch/across-rows.ts';
import { batchFields, type BatchProblem } from '#shared/domain/batch/batch-row.ts';
import { cellOf, openProblems, rowState } from '#shared/domain/batch/judged-row.ts';
import { rowProblems, type RowKnowledge } from '#shared/domain/batch/row-rules.ts';
import { fieldOfReason } from '#shared/domain/batch/unit-reason.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { WriteDb } from '../db/database.ts';
import { elsewhereOf, listPeers, updateRow, type BatchRow } from './row-store.ts';
import { findUnit, type KnownUnit } from './unit-store.ts';

export function rowKnowledge({ models, offices }: Reference, now: Instant): RowKnowledge {
  const collecting = new Set(
    offices.collectionPoints.filter(({ collects }) => collects.includes('plates')).map(({ officeCode }) => officeCode),
  );
  return {
    catalogue: models,
    thisYear: Number(now.slice(0, 4)),
    collectionPoints: offices.offices.filter(({ code }) => collecting.has(code)),
  };
}

export interface Surroundings {
  readonly known: RowKnowledge;
  readonly elsewhere: ElsewhereLookUp;
  /** Rows of the batch that may be the same motorcycle. */
  readonly peersOf: (marks: RowMarks) => readonly RowMarks[];
  /** What its row was sent as, in a batch that was paid for. */
  readonly sentAs: (position: number) => KnownUnit | undefined;
}

/** The row with what stands against it now. */
export function judgeRow(row: BatchRow, { known, elsewhere, peersOf, sentAs }: Surroundings): BatchRow {
  const unit = sentAs(row.position);
  // What is on its way or registered is judged by the hub; here it would only be found to be known already.
  if (unit && unit.state !== 'returned') return row;
  const marks = marksOf(row);
  const all = [...returnedProblems(row, unit), ...rowProblems(row.cells, known), ...acrossProblems(marks, peersOf(marks), elsewhere)];
  const problems = openProblems(all, row.cells, row.confirmed);
  return { ...row, problems, state: rowState(problems, row.state === 'aside') };
}

/** Whether a row stands as it stood before it was judged anew. */
function isJudgedSame(before: BatchRow | undefined, now: BatchRow): boolean {
  return before?.state === now.state && JSON.stringify(before.problems) === JSON.stringify(now.problems);
}

/** Why the hub or a registrar sent it back, until something in its row was changed or somebody says that it is right as it stands. */
export function returnedProblems({ cells }: BatchRow, unit: KnownUnit | undefined): readonly BatchProblem[] {
  const sent = unit?.cells;
  if (!sent || batchFields.some((field) => cellOf(cells, field) !== cellOf(sent, field))) return [];
  const { reasons = [], note = '' } = unit.outcome ?? {};
  const [reason = ''] = reasons;
  return [{ field: fieldOfReason(reason), code: 'batch.returned', facts: { reason, note }, tone: 'asked', fixes: [] }];
}

export interface Rejudging {
  readonly db: WriteDb;
  readonly batchId: string;
  readonly known: RowKnowledge;
}

/**
 * Judges changed rows and those that share or shared a number with them, before the change or after, and no others. The changed rows
 * stand in the file already. Answers every row that was judged.
 */
export function rejudge(judging: Rejudging, changed: readonly BatchRow[], before: readonly BatchRow[] = []): BatchRow[] {
  return judgeAnew(judging, changed, before).judged.toSorted(byPosition);
}

/** Judges rows of which none was changed, and those that share a number with them. Answers only what stands otherwise than before. */
export function recheck(judging: Rejudging, rows: readonly BatchRow[]): BatchRow[] {
  return judgeAnew(judging, rows, []).otherwise.toSorted(byPosition);
}

function judgeAnew({ db, batchId, known }: Rejudging, changed: readonly BatchRow[], before: readonly BatchRow[]) {
  const rows = new Map(changed.map((row) => [row.id, row]));
  for (const row of [...before, ...changed]) {
    for (const peer of listPeers(db, batchId, marksOf(row))) if (!rows.has(peer.id)) rows.set(peer.id, peer);
  }
  const surroundings: Surroundings = {
    known,
    elsewhere: elsewhereOf(db, batchId, [...rows.values()].map(marksOf)),
    peersOf: (marks) => listPeers(db, batchId, marks).map(marksOf),
    sentAs: (position) => findUnit(db, batchId, position),
  };
  const judged = [...rows.values()].map((row) => judgeRow(row, surroundings));
  const otherwise = judged.filter((row) => !isJudgedSame(rows.get(row.id), row));
  for (const row of otherwise) updateRow(db, row);
  return { judged, otherwise };
}

function byPosition(one: BatchRow, other: BatchRow): number {
  return one.position - other.position;
}
