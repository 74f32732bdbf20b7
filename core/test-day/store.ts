import type { Day, Instant } from '#shared/base/instant.ts';
import type { Standing } from '#shared/domain/application.ts';
import type { CheckInWay, JudgedStage, TestOutcome } from '#shared/domain/test-result.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

export interface CheckIn {
  readonly bookingId: string;
  readonly at: Instant;
  readonly way: CheckInWay;
  readonly clerkId: string;
  readonly clerkName: string;
}

/** Who was checked in at two PCs came once: the first that is known here stays. */
export function putCheckIn(db: WriteDb, { bookingId, at, way, clerkId, clerkName }: CheckIn): void {
  db.run(
    'INSERT INTO test_check_in (booking_id, at, way, clerk_id, clerk_name) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    bookingId,
    at,
    way,
    clerkId,
    clerkName,
  );
}

export function findCheckIn(db: ReadDb, bookingId: string): Pick<CheckIn, 'at'> | undefined {
  return db.get<{ at: Instant }>('SELECT at FROM test_check_in WHERE booking_id = ?', bookingId);
}

export interface TestResult {
  readonly number: string;
  /** Of this PC's journal; null where the hub told of it. */
  readonly entryId: string | null;
  readonly bookingId: string;
  readonly round: number;
  readonly outcome: TestOutcome;
  readonly stages: readonly JudgedStage[];
  readonly resitFrom: Day | null;
  readonly validUntil: Day | null;
  readonly at: Instant;
  readonly clerkId: string;
  readonly clerkName: string;
  readonly reason: string | null;
  readonly supervisorName: string | null;
}

/** As it is stored, with what the hub answered to it. */
export interface KeptResult extends TestResult {
  /** `ended`: the hub did not take it, or a later one took its place. */
  readonly standing: Exclude<Standing, 'open'>;
  /** Another result of the same test came first. */
  readonly isConflict: boolean;
}

/** A result that is known already, because it was given here, is left as it is. */
export function putResult(db: WriteDb, result: TestResult): void {
  db.run(
    `INSERT INTO test_result (number, entry_id, booking_id, round, outcome, stages, resit_from, valid_until, at, clerk_id, clerk_name, reason,
       supervisor_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO NOTHING`,
    result.number,
    result.entryId,
    result.bookingId,
    result.round,
    result.outcome,
    JSON.stringify(result.stages),
    result.resitFrom,
    result.validUntil,
    result.at,
    result.clerkId,
    result.clerkName,
    result.reason,
    result.supervisorName,
  );
}

const answered = `CASE WHEN test_result.entry_id IS NULL THEN 'applied' ELSE (SELECT outcome FROM journal
  JOIN entry_answer ON entry_answer.seq = journal.seq WHERE journal.entry_id = test_result.entry_id) END`;

const columns = `number, entry_id AS entryId, booking_id AS bookingId, round, test_result.outcome, stages, resit_from AS resitFrom,
  valid_until AS validUntil, at, clerk_id AS clerkId, clerk_name AS clerkName, reason, supervisor_name AS supervisorName,
  ${answered} AS answer`;

type Row = Omit<TestResult, 'stages'> & { readonly stages: string; readonly answer: string | null };

/**
 * Every result of a booking, the first one first. A correction ends what stood before it, unless the hub did not take the correction; of
 * two of one round, the one that the hub has told of holds.
 */
export function listResults(db: ReadDb, bookingId: string): readonly KeptResult[] {
  const rows = db.all<Row>(`SELECT ${columns} FROM test_result WHERE booking_id = ? ORDER BY round, answer IS NOT NULL`, bookingId);
  const holds = rows.findLast(({ answer }) => answer !== 'refused' && answer !== 'conflict');
  return rows.map(({ answer, stages, ...row }) => ({
    ...row,
    stages: JSON.parse(stages) as JudgedStage[],
    standing: row.number !== holds?.number ? 'ended' : answer === null ? 'provisional' : 'confirmed',
    isConflict: answer === 'conflict',
  }));
}

export function findResult(db: ReadDb, number: string): KeptResult | undefined {
  const row = db.get<{ bookingId: string }>('SELECT booking_id AS bookingId FROM test_result WHERE number = ?', number);
  return row && listResults(db, row.bookingId).find((one) => one.number === number);
}
