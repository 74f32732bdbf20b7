import { accept, decline, type Decision } from '../base/decision.ts';
import { addDays, daysBetween, toDay, type Day } from '../base/instant.ts';

/** How a test ended for one candidate. */
export const testOutcomes = ['passed', 'failed', 'absent'] as const;
export type TestOutcome = (typeof testOutcomes)[number];

/** One part of the test with the marks it is judged by; both are data with a source (DOMAIN §6.2). */
export interface TestStage {
  readonly id: string;
  readonly fullMarks: number;
  readonly passMarks: number;
}

/** Marks of one part; null where it was not taken, because an earlier part was not passed. */
export interface StageMarks {
  readonly stage: string;
  readonly marks: number | null;
}

/** Marks with what they are out of and what was needed on that day. */
export interface JudgedStage extends StageMarks {
  readonly fullMarks: number;
  readonly passMarks: number;
}

export type MarksFault = 'test.marks-missing' | 'test.marks-range' | 'test.stage-unknown' | 'test.marks-after-gap';

export interface Judged {
  readonly outcome: Exclude<TestOutcome, 'absent'>;
  /** In the order of the test. */
  readonly marks: readonly StageMarks[];
  readonly failedStages: readonly string[];
}

/**
 * Passed is who reached the pass mark in each part. The parts are taken in their order; who did not pass one may stop there, and what was
 * not taken after it has no marks.
 */
export function judgeMarks(stages: readonly TestStage[], given: readonly StageMarks[]): Decision<Judged, MarksFault> {
  const unknown = given.find(({ stage }) => !stages.some(({ id }) => id === stage));
  if (unknown) return decline('test.stage-unknown', { stage: unknown.stage });
  const marks = stages.map(({ id }) => ({ stage: id, marks: given.find(({ stage }) => stage === id)?.marks ?? null }));
  const beyond = stages.find(({ fullMarks }, at) => !isMark(marks[at]?.marks ?? 0, fullMarks));
  if (beyond) return decline('test.marks-range', { stage: beyond.id, full: beyond.fullMarks });
  const failedStages = stages.filter(({ passMarks }, at) => isBelow(marks[at]?.marks ?? null, passMarks)).map(({ id }) => id);
  const gap = marks.findIndex((one) => one.marks === null);
  if (gap >= 0) {
    const after = marks.slice(gap).find((one) => one.marks !== null);
    const stage = marks[gap]?.stage ?? '';
    if (after) return decline('test.marks-after-gap', { stage });
    if (failedStages.length === 0) return decline('test.marks-missing', { stage });
  }
  return accept({ outcome: failedStages.length === 0 ? 'passed' : 'failed', marks, failedStages });
}

function isMark(marks: number, fullMarks: number): boolean {
  return Number.isInteger(marks) && marks >= 0 && marks <= fullMarks;
}

function isBelow(marks: number | null, passMarks: number): boolean {
  return marks !== null && marks < passMarks;
}

/** The same day of a later month, or its last day where that month is shorter. */
export function lastDayOfMonths(from: Day, months: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = from.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const first = toDay(`${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`);
  const next = count + 1;
  const afterLast = toDay(`${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}-01`);
  return addDays(first, Math.min(dayOfMonth, daysBetween(first, afterLast)) - 1);
}

/** Where a candidate stands on the day of the test. */
export const candidateStates = ['booked', 'checked-in', ...testOutcomes] as const;
export type CandidateState = (typeof candidateStates)[number];

/** What was shown at check-in: an ID, the booking's number, or the signed code of its slip. */
export const checkInWays = ['id', 'number', 'code'] as const;
export type CheckInWay = (typeof checkInWays)[number];

/** What a test is judged by on a day. */
export interface TestRules {
  /** In the order in which they are taken. */
  readonly stages: readonly TestStage[];
  readonly resitWaitDays: number;
  readonly certificateMonths: number;
}

/** What follows from a result: from when the next test may be taken, or until when the certificate is good. */
export function followsOf(
  { resitWaitDays, certificateMonths }: TestRules,
  outcome: TestOutcome,
  tested: Day,
): { readonly resitFrom: Day | null; readonly validUntil: Day | null } {
  return {
    // No source gives a wait for who did not come.
    resitFrom: outcome === 'failed' ? addDays(tested, resitWaitDays) : null,
    validUntil: outcome === 'passed' ? lastDayOfMonths(tested, certificateMonths) : null,
  };
}

/** What a driver's record says of tests and classes; the rest of it is not touched by a result. */
interface TestedRecord {
  readonly licences: readonly { readonly class: string; readonly since: Day; readonly until: Day | null }[];
  readonly tests: readonly TestOnRecord[];
}

interface TestOnRecord {
  readonly bookingNumber: string;
  readonly resultNumber?: string | undefined;
  readonly class: string;
  readonly day: Day;
  readonly centre: string;
  readonly outcome: TestOutcome;
  readonly failedStages: readonly string[];
  readonly resitFrom: Day | null;
}

/**
 * The record with a result in it, in place of an earlier one of the same booking. Who passes may drive that class until the certificate
 * ends, in which time the interim licence is asked for; a correction takes back what the earlier result gave, and nothing else.
 */
export function withTestResult<Driver extends TestedRecord>(driver: Driver, test: TestOnRecord, validUntil: Day | null): Driver {
  const before = driver.tests.find(({ bookingNumber }) => bookingNumber === test.bookingNumber);
  const isOfBefore = (one: { readonly class: string; readonly since: Day }) =>
    before?.outcome === 'passed' && one.class === before.class && one.since === before.day;
  const others = driver.licences.filter((one) => !isOfBefore(one));
  const isHeld = others.some((one) => one.class === test.class && (one.until === null || (validUntil !== null && one.until >= validUntil)));
  const gained = test.outcome === 'passed' && !isHeld ? [{ class: test.class, since: test.day, until: validUntil }] : [];
  const tests = [...driver.tests.filter(({ bookingNumber }) => bookingNumber !== test.bookingNumber), test];
  return { ...driver, licences: [...others, ...gained], tests };
}
