import { dayOf } from '#shared/base/instant.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { FeatureHandlers } from '../handler.ts';
import type { SeatClock } from '../seats/service.ts';
import { listBookingChanges } from './change-store.ts';
import { reschedule } from './reschedule.ts';
import { listOwnBookings } from '../test-bookings/service.ts';
import { waitForSeat, waitingLines } from './wait-list.ts';

export interface BookingDeps {
  readonly clock: SeatClock;
  readonly reference: Pick<Reference, 'testCentres'>;
  /** After the act is on disk: seats are asked for or given back. */
  readonly tend: () => void;
}

type Handlers = Pick<FeatureHandlers<'tests'>, 'bookings' | 'changes' | 'waiting' | 'wait' | 'reschedule'>;

/** What this office has booked, who waits for a seat, and tests that move. */
export function bookingHandlers({ clock, reference, tend }: BookingDeps): Handlers {
  const nameOf = (centre: string) => reference.testCentres.centres.find(({ code }) => code === centre)?.name ?? centre;
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
      listBookingChanges(db, id).map(({ at, what, feeCents, refundCents }) => ({ at, what, feeCents, refundCents })),
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
