import type { Driver, TakenTest } from '#shared/domain/driver.ts';
import type { JudgedStage, TestOutcome } from '#shared/domain/test-result.ts';
import type { Day } from '#shared/base/instant.ts';
import type { ReadDb } from '../db/database.ts';

/** Somebody came to the test of this booking, or its result is known here: it is a seat no more. */
export function isTested(db: ReadDb, applicationId: string): boolean {
  const tested = db.get(
    'SELECT 1 FROM test_check_in WHERE booking_id = ? UNION ALL SELECT 1 FROM test_result WHERE booking_id = ? LIMIT 1',
    applicationId,
    applicationId,
  );
  return tested !== undefined;
}

/** A test that this PC has judged, and whether the hub has taken the result. */
export interface OwnTest {
  readonly test: TakenTest;
  readonly isTaken: boolean;
}

interface Row {
  isTaken: 0 | 1;
  bookingNumber: string;
  resultNumber: string;
  class: string;
  day: Day;
  centre: string;
  outcome: TestOutcome;
  stages: string;
  resitFrom: Day | null;
}

/** Tests of this person that this PC has judged, without those that the hub did not take. */
export function listOwnTests(db: ReadDb, { idKind, idNumber }: Pick<Driver, 'idKind' | 'idNumber'>): readonly OwnTest[] {
  return db
    .all<Row>(
      `SELECT answer.seq IS NOT NULL AS isTaken, test_booking.number AS bookingNumber, test_result.number AS resultNumber, class, day, centre,
         test_result.outcome, stages, resit_from AS resitFrom
       FROM test_booking JOIN test_result ON booking_id = application_id JOIN journal ON journal.entry_id = test_result.entry_id
       LEFT JOIN entry_answer AS answer ON answer.seq = journal.seq
       WHERE id_number = ? AND id_kind = ? AND (answer.seq IS NULL OR answer.outcome IN ('applied', 'duplicate'))
       ORDER BY round`,
      idNumber,
      idKind,
    )
    .map(({ isTaken, stages, ...test }) => ({
      test: { ...test, failedStages: failedOf(JSON.parse(stages) as JudgedStage[]) },
      isTaken: isTaken === 1,
    }));
}

function failedOf(stages: readonly JudgedStage[]): readonly string[] {
  return stages.filter(({ marks, passMarks }) => marks !== null && marks < passMarks).map(({ stage }) => stage);
}
