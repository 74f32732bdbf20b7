import { dayOf, type Day } from '#shared/base/instant.ts';
import { isSamePlace } from '#shared/domain/seat-lease.ts';
import { mayCancel } from '#shared/domain/services/services.ts';
import { placeOf, testBookingRules, type TestBookingBody } from '#shared/domain/services/test-booking.ts';
import { getApplication, updateApplication, type Application } from '../applications/service.ts';
import type { CommandContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { isTested } from '../test-bookings/service.ts';
import type { SeatClock } from '../seats/service.ts';
import { noteChange } from './note-change.ts';
import { bookNextSeat } from './take-seat.ts';

/** Where a booked test moves to; its class stays. */
export interface Move {
  readonly id: string;
  readonly centre: string;
  readonly day: Day;
  readonly session: string;
  readonly reason: string;
}

/** Moves a booked test to another session: in one act the old seat is free for the next candidate and a new one is taken. */
export function reschedule(cx: CommandContext, clock: SeatClock, { id, reason, ...to }: Move): { seat: number } {
  const application = getApplication(cx.db, id);
  cx.setSubject(`application:${id}`);
  const { reference } = application;
  if (isTested(cx.db, id)) throw new AppError('test.taken', { reference });
  const { body, from } = bookedBody(application, dayOf(cx.now));
  const moved = { ...body, ...to };
  refuseUnfit(cx, moved);
  if (isSamePlace({ ...to, class: body.class }, from)) throw new AppError('seat.same-session');
  noteChange(cx, { applicationId: id, what: 'moved' });
  const sent = bookNextSeat(cx, clock, { application, body: moved });
  updateApplication(cx.db, id, { body: sent, at: cx.now });
  const place = { centre: to.centre, day: to.day, session: to.session, class: body.class };
  cx.setPayload({ applicationId: id, reference, from, to: { ...place, ...sent.seat }, reason });
  cx.announce('applications');
  return { seat: sent.seat.seat };
}

function bookedBody({ body, state, reference }: Application, today: Day) {
  const place = body.service === 'test-booking' ? placeOf(body) : null;
  if (body.service !== 'test-booking' || !place || !body.seat || state !== 'approved' || !mayCancel({ state, body }, today))
    throw new AppError('act.wrong-state', { reference, state });
  return { body, from: { ...place, ...body.seat } };
}

/** What stops a test on the new day: age, provisional licence, the wait after a failed test. */
function refuseUnfit({ now, driving }: CommandContext, body: TestBookingBody): void {
  const known = { today: dayOf(now), driving, openApplication: null };
  const problems = testBookingRules.problems(body, known).filter(({ step }) => step === 'place');
  if (problems.length > 0) throw new AppError('application.incomplete', { count: problems.length }, problems);
}
