import { dayOf } from '#shared/base/instant.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { FeatureHandlers } from '../handler.ts';
import { listOwnBookings } from './store.ts';

export interface BookingDeps {
  readonly reference: Pick<Reference, 'testCentres'>;
}

type Handlers = Pick<FeatureHandlers<'tests'>, 'bookings'>;

/** What this office has booked. */
export function bookingHandlers({ reference }: BookingDeps): Handlers {
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
  };
}
