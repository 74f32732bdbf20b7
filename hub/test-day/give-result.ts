import type * as z from 'zod';
import { drivingRulesOn, type DrivingRules } from '#shared/domain/driving-class.ts';
import { followsOf, judgeMarks, withTestResult, type JudgedStage } from '#shared/domain/test-result.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { applied, refused, type ActContext, type ActOutcome } from '../acts/act.ts';
import { publish } from '../changes/publish.ts';
import { lockDriver, storeTested } from '../register/driver-store.ts';
import { dropHold } from '../register/hold-store.ts';
import { drivingInForce } from '../register/driving.ts';
import { bookingOnItsDay, isBooking } from './on-the-day.ts';
import { concerned, keepResult, type StandingResult, type TestedBooking } from './tested-booking.ts';

type Payload = z.output<(typeof payloads)['testDay.giveResult']>;

/**
 * The office that runs the centre judged a candidate. The hub judges the marks once more by its own rules, and writes what follows into
 * the driver's record. One result stands: another one of the same test is a conflict, unless it corrects the one that stands.
 */
export async function giveResult(cx: ActContext, payload: Payload): Promise<ActOutcome> {
  if (payload.refused !== undefined) return applied;
  const booking = await bookingOnItsDay(cx, payload.bookingId);
  if (!isBooking(booking)) return booking;
  if (cx.entry.actor.id === booking.clerkId) return refused('test.own-work', { number: booking.number });
  const problem = placeProblem(payload, booking);
  if (problem) return problem;
  const rules = drivingRulesOn((await drivingInForce(cx)).rules, booking.day);
  const judged = judgedBy(rules, payload);
  return 'outcome' in judged ? judged : keep(cx, { payload, booking, rules, stages: judged.stages, failedStages: judged.failedStages });
}

/** Whether the result is the first one, or takes the place of the one that stands. */
function placeProblem({ correction, outcome, marks }: Payload, { number, result, runBy }: TestedBooking): ActOutcome | undefined {
  if (!result) return correction ? refused('test.no-result', { number }) : undefined;
  if (correction?.of === result.number) return undefined;
  const isSame = outcome === result.outcome && result.stages.every(({ stage, marks: stood }) => stood === marksOf(marks, stage));
  if (isSame && !correction) return refused('test.has-result', { number: result.number });
  const facts = { number: result.number, outcome: result.outcome };
  return { outcome: 'conflict', what: 'test.other-result', who: result.clerkName, office: runBy, when: result.at, facts };
}

function marksOf(marks: Payload['marks'], stage: string): number | null {
  return marks.find((one) => one.stage === stage)?.marks ?? null;
}

interface Judgement {
  readonly stages: readonly JudgedStage[];
  readonly failedStages: readonly string[];
}

/** Where counter and hub have other rules for that day, a person looks, and nobody passes meanwhile. */
function judgedBy(rules: DrivingRules, { outcome, marks, number }: Payload): Judgement | ActOutcome {
  if (outcome === 'absent') return { stages: [], failedStages: [] };
  const judged = judgeMarks(rules.stages, marks);
  if (!judged.ok) return refused(judged.problem.code, judged.problem.facts);
  if (judged.value.outcome !== outcome) return refused('test.outcome-differs', { number, outcome: judged.value.outcome });
  const stages = rules.stages.map(({ id: stage, fullMarks, passMarks }) => ({ stage, marks: marksOf(marks, stage), fullMarks, passMarks }));
  return { stages, failedStages: judged.value.failedStages };
}

interface Kept extends Judgement {
  readonly payload: Payload;
  readonly booking: TestedBooking;
  readonly rules: DrivingRules;
}

async function keep({ sql, entry, now }: ActContext, { payload, booking, rules, stages, failedStages }: Kept): Promise<ActOutcome> {
  const driver = await lockDriver(sql, booking.driverKey);
  if (!driver) return refused('act.not-found', { what: 'driver' });
  const { number, outcome, at, correction } = payload;
  const { resitFrom, validUntil } = followsOf(rules, outcome, booking.day);
  const result: StandingResult = {
    bookingId: booking.applicationId,
    number,
    round: (booking.result?.round ?? 0) + 1,
    outcome,
    stages: [...stages],
    resitFrom,
    validUntil,
    at,
    clerkId: entry.actor.id,
    clerkName: entry.actor.name,
    correction: correction && { reason: correction.reason, supervisor: correction.supervisor },
  };
  await keepResult(sql, result);
  const { number: bookingNumber, class: licenceClass, day, centre } = booking;
  const test = {
    bookingNumber,
    resultNumber: number,
    class: licenceClass,
    day,
    centre,
    outcome,
    failedStages: [...failedStages],
    resitFrom,
  };
  await storeTested(sql, withTestResult(driver, test, validUntil), now);
  // The test is over, so that the next one may be asked for on the same day.
  await dropHold(sql, booking.applicationId);
  for (const audience of concerned(booking)) {
    await publish(sql, { audience, kind: 'test-result', key: booking.applicationId, body: result });
  }
  return applied;
}
