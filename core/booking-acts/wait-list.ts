import type * as z from 'zod';
import type { tests } from '#shared/contract/tests.ts';
import { dayOf } from '#shared/base/instant.ts';
import { builtInTerms, isSamePlace, lastEnd, usableSeats, type SeatPlace } from '#shared/domain/seat-lease.ts';
import { placeOf } from '#shared/domain/services/test-booking.ts';
import { forAct, getApplication, isOpen, refuseIncomplete, settle } from '../applications/service.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { queueUnasked } from '../printing/service.ts';
import { AppError } from '../refusal.ts';
import { keepInterest, listLeases, listSessions, type SeatClock } from '../seats/service.ts';
import { findSeatAtHand } from './seat-at-hand.ts';
import { findWaiter, listWaiters, placeOfWaiter, putWaiter, type Waiter } from './wait-store.ts';

type Line = z.input<typeof tests.waiting.output>[number];

/** Puts a typed booking on the wait list of its session; seats of its centre are asked for from then on. */
export function waitForSeat(cx: CommandContext, clock: SeatClock, id: string): { place: number } {
  const standing = forAct(cx, id, isOpen);
  refuseIncomplete(standing, ['driver', 'place']);
  const { body, application } = standing;
  const place = body.service === 'test-booking' ? placeOf(body) : null;
  if (!place) throw new AppError('application.incomplete');
  refuseNoSession(cx, place);
  const ahead = listWaiters(cx.db, place.day).filter((one) => isSamePlace(one, place) && one.applicationId !== id).length;
  // Whoever comes while somebody waits stands behind them, also where a seat has come meanwhile.
  if (ahead === 0 && findSeatAtHand(cx, clock, place)) throw new AppError('seat.at-hand');
  settle(cx, standing);
  joinWaitList(cx, id, place);
  cx.setPayload({ applicationId: id, reference: application.reference, ...place });
  const waiter = findWaiter(cx.db, id);
  if (!waiter) throw new Error('Who was put on the wait list is not on it');
  return { place: placeOfWaiter(cx.db, waiter) };
}

/** Gives an application its place behind everybody who waits for this session, with a slip that says so. */
export function joinWaitList(cx: CommandContext, applicationId: string, { centre, day, session, class: of }: SeatPlace): void {
  const place = { centre, day, session, class: of };
  putWaiter(cx.db, { ...place, applicationId, since: cx.now });
  keepInterest(cx.db, place, cx.now);
  queueUnasked(cx, { kind: 'test-slip', id: applicationId });
  cx.announce('tests');
}

export function refuseNoSession(cx: CommandContext, place: SeatPlace): void {
  const isOpened = listSessions(cx.db, { from: place.day, to: place.day, of: place }).some((one) => isSamePlace(one, place));
  if (!isOpened) throw new AppError('act.not-found', { what: 'test-session' });
  if (lastEnd(place.day, builtInTerms) <= cx.now) throw new AppError('seat.day-over', { day: place.day });
}

/** The wait list as this PC can serve it: as many of each session are told to book as it has seats to give away. */
export function waitingLines(cx: QueryContext, clock: SeatClock, centreName: (code: string) => string): Line[] {
  const lines = standingWaiters(cx, clock).map(({ waiter, place, state }): Line => {
    const { body, reference } = getApplication(cx.db, waiter.applicationId);
    const driver = body.service === 'test-booking' ? body.parties.driver : null;
    return {
      ...waiter,
      number: reference,
      candidate: driver?.name ?? '',
      phone: driver?.phone ?? '',
      centreName: centreName(waiter.centre),
      place,
      state,
    };
  });
  const rank = { free: 0, waiting: 1, over: 2 } as const;
  return lines.toSorted((one, other) => rank[one.state] - rank[other.state] || (one.since < other.since ? -1 : 1));
}

/** For how many of those who wait a seat is free here. */
export function countServable(cx: QueryContext, clock: SeatClock): number {
  return standingWaiters(cx, clock).filter(({ state }) => state === 'free').length;
}

interface StandingWaiter {
  readonly waiter: Waiter;
  readonly place: number;
  readonly state: Line['state'];
}

function standingWaiters({ db, now, office }: QueryContext, clock: SeatClock): readonly StandingWaiter[] {
  const waiters = listWaiters(db, dayOf(now));
  const [first, last] = [waiters[0], waiters.at(-1)];
  if (!first || !last) return [];
  const trusted = clock();
  const moment = { deviceId: office.deviceId, epoch: office.epoch, at: trusted && (trusted > now ? trusted : now) };
  const leases = listLeases(db, { from: first.day, to: last.day });
  return [...Map.groupBy(waiters, keyOf).values()].flatMap((ofSession) => {
    const [one] = ofSession;
    const free = one ? leases.filter((lease) => isSamePlace(lease, one)).flatMap((lease) => usableSeats(lease, moment)).length : 0;
    return ofSession.map((waiter, index) => ({ waiter, place: index + 1, state: stateOf(waiter, index < free) }));
  });

  function stateOf({ day }: Waiter, isFree: boolean): Line['state'] {
    if (lastEnd(day, builtInTerms) <= (moment.at ?? now)) return 'over';
    return isFree ? 'free' : 'waiting';
  }
}

function keyOf({ centre, day, session, class: of }: SeatPlace): string {
  return JSON.stringify([centre, day, session, of]);
}
