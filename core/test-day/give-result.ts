import type * as z from 'zod';
import { dayOf } from '#shared/base/instant.ts';
import type { testDay } from '#shared/contract/test-day.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { followsOf, judgeMarks, type JudgedStage, type StageMarks, type TestOutcome, type TestRules } from '#shared/domain/test-result.ts';
import { findApplication } from '../applications/service.ts';
import type { CommandContext } from '../context.ts';
import { judgeSupervisor, type PasswordCheck } from '../people/service.ts';
import { AppError } from '../refusal.ts';
import { findBookingOf, type Booking } from '../test-bookings/service.ts';
import { holdingOf } from './candidate.ts';
import { refuseOtherOffice, testRulesOn } from './sitting.ts';
import { findCheckIn, listResults, putResult, type KeptResult } from './store.ts';

type Wanted = z.output<typeof testDay.giveResult.input>;
type Given = z.input<typeof testDay.giveResult.output>;

/** Judges a candidate's marks by the rules of the day of the test; a correction stands on a supervisor's word and keeps what was before. */
export function giveResult(cx: CommandContext, reference: Reference, wanted: Wanted & { readonly checked: PasswordCheck | null }): Given {
  const { bookingId, correction, checked } = wanted;
  const booking = findBookingOf(cx.db, bookingId);
  if (!booking) throw new AppError('act.not-found', { what: 'test-booking' });
  const holds = holdingOf(listResults(cx.db, bookingId));
  refuseOtherOffice(cx, reference, booking.centre);
  if (booking.day > dayOf(cx.now)) throw new AppError('test.not-today', { day: booking.day });
  if (booking.state !== 'booked') throw new AppError('test.booking-ended', { number: booking.number });
  refuseUnfit(cx, booking, wanted, holds);
  const rules = testRulesOn(reference, booking.day);
  const judged = judgedOf(rules, wanted.marks);
  const given = { outcome: judged.outcome, ...followsOf(rules, judged.outcome, booking.day) };
  const supervisor = checked?.user?.name ?? '';
  const payload = {
    bookingId,
    bookingNumber: booking.number,
    number: '',
    at: cx.now,
    outcome: judged.outcome,
    marks: judged.stages.map(({ stage, marks }) => ({ stage, marks })),
    correction: correction && { of: holds?.number ?? '', reason: correction.reason, supervisor },
  };
  cx.setSubject(`application:${bookingId}`);
  cx.setPayload(payload);
  if (correction && checked) {
    const { refusal } = judgeSupervisor(cx, checked, [makerOf(cx, bookingId), holds?.clerkId ?? '']);
    if (refusal) {
      cx.refuseAfterCommit(refusal);
      return { number: '', ...given };
    }
  }
  const number = cx.takeNumber('E');
  putResult(cx.db, {
    ...given,
    number,
    entryId: cx.entryId,
    bookingId,
    round: (holds?.round ?? 0) + 1,
    stages: judged.stages,
    at: cx.now,
    clerkId: cx.actor.id,
    clerkName: cx.actor.name,
    reason: correction?.reason ?? null,
    supervisorName: correction ? supervisor : null,
  });
  cx.setPayload({ ...payload, number });
  // The driver's record holds it from now on.
  cx.announce('tests', 'drivers');
  return { number, ...given };
}

/** Who took the booking, where it was taken here; of other offices' bookings the hub knows it. */
function makerOf({ db }: CommandContext, bookingId: string): string {
  return findApplication(db, bookingId)?.clerkId ?? '';
}

/** Who books is not who passes (DESIGN §8); marks are for who came, absent is who did not. */
function refuseUnfit(cx: CommandContext, booking: Booking, { marks, correction }: Wanted, holds: KeptResult | undefined): void {
  const { applicationId } = booking;
  const { name } = booking.driver;
  if (makerOf(cx, applicationId) === cx.actor.id) throw new AppError('test.own-work', { name });
  if (correction) {
    if (!holds) throw new AppError('test.no-result', { name });
    return;
  }
  if (holds) throw new AppError('test.has-result', { name, number: holds.number });
  const isHere = findCheckIn(cx.db, applicationId) !== undefined;
  if (marks !== null && !isHere) throw new AppError('test.not-checked-in', { name });
  if (marks === null && isHere) throw new AppError('test.checked-in', { name });
}

interface Judgement {
  readonly outcome: TestOutcome;
  readonly stages: readonly JudgedStage[];
}

function judgedOf(rules: TestRules, given: readonly StageMarks[] | null): Judgement {
  if (given === null) return { outcome: 'absent', stages: [] };
  const judged = judgeMarks(rules.stages, given);
  if (!judged.ok) throw new AppError(judged.problem.code, judged.problem.facts);
  const { outcome, marks } = judged.value;
  const marksOf = (id: string) => marks.find(({ stage }) => stage === id)?.marks ?? null;
  return { outcome, stages: rules.stages.map(({ id, fullMarks, passMarks }) => ({ stage: id, marks: marksOf(id), fullMarks, passMarks })) };
}
