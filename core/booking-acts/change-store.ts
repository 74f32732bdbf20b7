import type { Instant } from '#shared/base/instant.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** A booked test that was moved or given up, and what its receipt is adjusted by under the rules of that day. */
export interface BookingChange {
  readonly applicationId: string;
  readonly at: Instant;
  readonly what: 'moved' | 'cancelled';
  readonly feeCents: number;
  readonly refundCents: number;
  /** The set of `driving-rules.json` that was in force. */
  readonly rulesId: string;
}

export function putBookingChange(db: WriteDb, { applicationId, at, what, feeCents, refundCents, rulesId }: BookingChange): void {
  db.run(
    `INSERT INTO booking_change (application_id, at, what, fee_cents, refund_cents, rules_id) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    applicationId,
    at,
    what,
    feeCents,
    refundCents,
    rulesId,
  );
}

/** In the order of time. */
export function listBookingChanges(db: ReadDb, applicationId: string): readonly BookingChange[] {
  return db.all<BookingChange>(
    `SELECT application_id AS applicationId, at, what, fee_cents AS feeCents, refund_cents AS refundCents, rules_id AS rulesId
     FROM booking_change WHERE application_id = ? ORDER BY at, what`,
    applicationId,
  );
}
