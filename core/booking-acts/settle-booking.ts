import { bookedTest } from '#shared/domain/services/test-booking.ts';
import { findApplication } from '../applications/service.ts';
import type { WriteDb } from '../db/database.ts';
import { putBooking, type Booking } from '../test-bookings/service.ts';

/** What the hub tells of a booking counts, unless this office has moved it since and the hub has not said so yet. */
export function settleBooking(db: WriteDb, told: Booking): void {
  const isMovedHere = db.get(
    `SELECT 1 FROM journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq
     WHERE subject = ? AND kind = 'tests.reschedule' AND entry_answer.seq IS NULL`,
    `application:${told.applicationId}`,
  );
  const body = isMovedHere === undefined ? undefined : findApplication(db, told.applicationId)?.body;
  const here = body?.service === 'test-booking' ? bookedTest(body, body.driver) : null;
  putBooking(db, here ? { ...told, ...here } : told);
}
