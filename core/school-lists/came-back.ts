import type { Reference } from '#shared/domain/reference.ts';
import { placeOf } from '#shared/domain/services/test-booking.ts';
import {
  findApplication,
  getApplication,
  sendAgain,
  settle,
  standingOfApplication,
  type Application,
  type OwnActs,
} from '../applications/service.ts';
import { findSeatAtHand, refuseNoSession } from '../booking-acts/service.ts';
import type { CommandContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import type { SeatClock } from '../seats/service.ts';
import { listCandidates, putCandidate } from './candidate-store.ts';
import { insertList, type SchoolList } from './list-store.ts';
import { listOutcomes } from './outcome.ts';

export interface SendingDeps {
  readonly clock: SeatClock;
  readonly reference: Reference;
  readonly ownActs: OwnActs;
}

/**
 * Sends what the hub returned of a list once more: its payment first, because the hub takes no booking that nobody paid for, then each
 * booking, on the same share of it. One for which no seat is at hand, or that has to be mended by itself, is left as it is.
 */
export function sendListAgain(cx: CommandContext, deps: SendingDeps, list: SchoolList): { sent: number; left: number } {
  const application = findApplication(cx.db, list.id);
  const back = listOutcomes(cx.db, list.id).filter(({ state }) => state === 'returned');
  const isPaymentBack = application?.state === 'returned';
  if (!isPaymentBack && back.length === 0) throw new AppError('school.nothing-back', { number: list.number });
  if (isPaymentBack) record(cx, deps, application);
  const sent = back.filter(({ applicationId }) => recordBooking(cx, deps, getApplication(cx.db, applicationId))).length;
  cx.setSubject(`school-list:${list.id}`);
  cx.setPayload({ listId: list.id, number: list.number, sent, left: back.length - sent });
  cx.announce('applications', 'tests', 'school-lists');
  return { sent, left: back.length - sent };
}

function recordBooking(cx: CommandContext, deps: SendingDeps, application: Application): boolean {
  const { problems, needsSupervisor, body } = standingOfApplication(cx, application);
  const place = body.service === 'test-booking' ? placeOf(body) : null;
  if (problems.length > 0 || (needsSupervisor && application.supervisedBy === null) || !place) return false;
  if (!findSeatAtHand(cx, deps.clock, place)) return false;
  record(cx, deps, application);
  return true;
}

function record(cx: CommandContext, deps: SendingDeps, application: Application): void {
  const submission = sendAgain(cx, deps, standingOfApplication(cx, application));
  cx.recordBefore('applications.resubmit', submission, `application:${application.id}`);
}

/**
 * Opens a new list with the candidates of one that was given up, such as one paid with a spent code: they are looked at and paid for anew.
 * Who waits for a seat by the old list goes on waiting by it.
 */
export function openListAnew(cx: CommandContext, given: SchoolList): { id: string; number: string } {
  if (given.paymentState !== 'cancelled') throw new AppError('school.not-given-up', { number: given.number });
  refuseNoSession(cx, given);
  const list = { id: cx.newId(), number: cx.takeNumber('L') };
  insertList(cx.db, { ...given, ...list, openedBy: cx.actor.name, openedAt: cx.now });
  for (const candidate of listCandidates(cx.db, given.id)) {
    const { applicationId } = candidate;
    const isFree = applicationId === null || getApplication(cx.db, applicationId).state === 'cancelled';
    if (isFree) putCandidate(cx.db, list.id, { ...candidate, id: cx.newId(), applicationId: null });
  }
  cx.setSubject(`school-list:${list.id}`);
  cx.setPayload({ listId: list.id, number: list.number, school: given.school, from: given.number });
  cx.announce('school-lists');
  return list;
}

/** What a list does of its own as it is given up: the bookings that came back with it end too, so that their candidates are free. */
export const listAct = {
  cancel: (cx: CommandContext, { id }: Application, reason: string): void => {
    for (const { applicationId, reference, state } of listOutcomes(cx.db, id)) {
      if (state !== 'returned' && state !== 'conflict') continue;
      settle(cx, standingOfApplication(cx, getApplication(cx.db, applicationId)), { state: 'cancelled' });
      cx.recordBefore('applications.cancel', { applicationId, reference, reason }, `application:${applicationId}`);
    }
    cx.announce('tests', 'school-lists');
  },
};
