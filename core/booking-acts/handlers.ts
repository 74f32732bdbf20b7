import { dayOf } from '#shared/base/instant.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { FeatureHandlers } from '../handler.ts';
import type { SeatClock } from '../seats/service.ts';
import { listAdjustments } from './change-store.ts';
import { reschedule } from './reschedule.ts';
import { listOwnBookings } from '../test-bookings/service.ts';
import { waitForSeat, waitingLines } from './wait-list.ts';

export interface BookingDeps {
  readonly clock: SeatClock;
  readonly reference: Pick<Reference, 'testCentres' | 'testSessions'>;
  /** After the act is on disk: seats are asked for or given back. */
  readonly tend: () => void;
}

type Handlers = Pick<FeatureHandlers<'tests'>, 'bookings' | 'changes' | 'waiting' | 'wait' | 'reschedule'>;

/** What this office has booked, who waits for a seat, and tests that move. */
export function bookingHandlers({ clock, reference, tend }: BookingDeps): Handlers {
  const nameOf = (centre: string) => reference.testCentres.centres.find(({ code }) => code === centre)?.name ?? centre;
  const startOf = (session: string) => reference.testSessions.sessions.find(({ id }) => id === session)?.startsAt ?? session;
  const named = ({ centre, day, session }: SeatPlace) => ({ centreName: nameOf(centre), day, startsAt: startOf(session) });
  return {
    bookings: ({ db, now, office: { officeCode } }) => {
      const { bookings, total } = listOwnBookings(db, { officeCode, from: dayOf(now) });
      const lines = bookings.map(({ applicationId, number, driver, centre, day, session, class: of, seat, attempt }) => ({
        applicationId,
        number,
        candidate: driver.name,
        centre,
        centreName: nameOf(centre),
        day,
        session,
        class: of,
        seat,
        attempt,
      }));
      return { lines, total };
    },
    changes: ({ db }, { id }) =>
      listAdjustments(db, id).map(({ from, to, ...change }) => ({ ...change, from: from && named(from), to: to && named(to) })),
    waiting: (cx) => waitingLines(cx, clock, nameOf),
    wait: (cx, { id }) => {
      cx.afterCommit(tend);
      return waitForSeat(cx, clock, id);
    },
    reschedule: (cx, move) => {
      cx.afterCommit(tend);
      return reschedule(cx, clock, move);
    },
  };
}
