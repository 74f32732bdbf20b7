import type { Instant } from '#shared/base/instant.ts';
import type { LeasedSeat, SeatPlace } from '#shared/domain/seat-lease.ts';
import { bookedTest } from '#shared/domain/services/test-booking.ts';
import { findApplication, updateApplication } from '../applications/service.ts';
import type { Topic } from '../context.ts';
import type { WriteDb } from '../db/database.ts';
import { takeSeat } from '../seats/service.ts';
import { putBooking } from '../test-bookings/service.ts';

export interface MoveContext {
  readonly db: WriteDb;
  readonly now: Instant;
  readonly announce: (...topics: readonly Topic[]) => void;
}

/** Puts a booking that stands on the seat that the hub holds for it, whatever this PC made of that seat since. */
export function moveBooking({ db, now, announce }: MoveContext, applicationId: string, to: SeatPlace & LeasedSeat): void {
  const application = findApplication(db, applicationId);
  if (application?.body.service !== 'test-booking' || application.state !== 'approved') return;
  const { centre, day, session, leaseId, seat } = to;
  const body = { ...application.body, centre, day, session, seat: { leaseId, seat } };
  takeSeat(db, body.seat, applicationId);
  updateApplication(db, applicationId, { body, at: now });
  const booked = bookedTest(body, body.driver);
  const { reference: number, officeCode } = application;
  if (booked) putBooking(db, { ...booked, applicationId, number, officeCode, state: 'booked', at: now });
  announce('applications', 'tests');
}
