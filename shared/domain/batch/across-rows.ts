import { chassisKey, normaliseChassis } from '../chassis.ts';
import { engineNumberKey, normaliseEngineNumber } from '../engine-number.ts';
import type { BatchCells, BatchProblem } from './batch-row.ts';
import { cellOf } from './judged-row.ts';

/** What of a row others are compared with. Rows that share a key may be one motorcycle twice. */
export interface RowMarks {
  readonly id: string;
  readonly position: number;
  readonly chassis: string;
  readonly chassisKey: string;
  readonly engine: string;
  readonly engineKey: string;
}

export function marksOf(row: { readonly id: string; readonly position: number; readonly cells: BatchCells }): RowMarks {
  return { id: row.id, position: row.position, ...numbersOf(row.cells) };
}

type Numbers = Omit<RowMarks, 'id' | 'position'>;

/** Folding costs more than anything else of a row, and bringing one in asks for its marks four times. */
const folded = new WeakMap<BatchCells, Numbers>();

function numbersOf(cells: BatchCells): Numbers {
  const known = folded.get(cells);
  if (known) return known;
  const [chassis, engine] = [cellOf(cells, 'chassis'), cellOf(cells, 'engineNumber')];
  const numbers = {
    chassis: normaliseChassis(chassis),
    chassisKey: chassisKey(chassis),
    engine: normaliseEngineNumber(engine),
    engineKey: engineNumberKey(engine),
  };
  folded.set(cells, numbers);
  return numbers;
}

/** By what rows that may be one motorcycle are found: each number that there is, folded. */
export function numberKeys({ chassisKey: chassis, engineKey: engine }: Pick<RowMarks, 'chassisKey' | 'engineKey'>): readonly string[] {
  return [...(chassis === '' ? [] : [`c:${chassis}`]), ...(engine === '' ? [] : [`e:${engine}`])];
}

/** Where a chassis or engine is known already. */
export interface KnownElsewhere {
  readonly where: 'register' | 'queue' | 'batch';
  /** The plate, reference or batch number under which it stands. */
  readonly under: string;
}

/** Records, queue and other batches of this PC. */
export interface ElsewhereLookUp {
  readonly chassis: (chassis: string) => KnownElsewhere | undefined;
  readonly engine: (engine: string) => KnownElsewhere | undefined;
}

/**
 * What stops a row because of others: the same number again is wrong, one that only looks the same is asked. Of two rows the later one
 * is marked. `peers` are rows that share a key and are not set aside; others may be among them.
 */
export function acrossProblems(marks: RowMarks, peers: readonly RowMarks[], elsewhere: ElsewhereLookUp): readonly BatchProblem[] {
  const before = peers.filter((peer) => peer.id !== marks.id && peer.position < marks.position);
  return [...chassisTwins(marks, before, elsewhere), ...engineTwins(marks, before, elsewhere)];
}

function chassisTwins(marks: RowMarks, before: readonly RowMarks[], elsewhere: ElsewhereLookUp): readonly BatchProblem[] {
  if (marks.chassis === '') return [];
  const same = before.find((peer) => peer.chassis === marks.chassis);
  if (same) return [problem('chassis', 'batch.same-chassis', { row: same.position })];
  const known = elsewhere.chassis(marks.chassis);
  if (known) return [problem('chassis', `batch.known-in-${known.where}`, { under: known.under })];
  const alike = before.find((peer) => peer.chassisKey === marks.chassisKey);
  return alike ? [{ ...problem('chassis', 'batch.look-alike', { row: alike.position, other: alike.chassis }), tone: 'asked' }] : [];
}

function engineTwins(marks: RowMarks, before: readonly RowMarks[], elsewhere: ElsewhereLookUp): readonly BatchProblem[] {
  if (marks.engine === '') return [];
  const same = before.find((peer) => peer.engine === marks.engine);
  if (same) return [problem('engineNumber', 'batch.same-engine', { row: same.position })];
  const known = elsewhere.engine(marks.engine);
  if (known) return [problem('engineNumber', `batch.known-in-${known.where}`, { under: known.under })];
  const alike = before.find((peer) => peer.engineKey === marks.engineKey);
  return alike ? [{ ...problem('engineNumber', 'batch.look-alike', { row: alike.position, other: alike.engine }), tone: 'asked' }] : [];
}

function problem(field: 'chassis' | 'engineNumber', code: string, facts: BatchProblem['facts']): BatchProblem {
  return { field, code, facts, tone: 'wrong', fixes: [] };
}
