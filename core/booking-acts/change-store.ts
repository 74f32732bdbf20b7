import type { Instant } from '#shared/base/instant.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
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

/** A change as the receipt tells of it: whose booking, by which act, and whether the hub has refused that act. */
interface Adjustment extends Omit<BookingChange, 'applicationId' | 'rulesId'> {
  readonly number: string;
  readonly candidate: string;
  readonly by: string;
  readonly reason: string;
  /** Null where the test was given up, or where the words of the act have been erased by now. */
  readonly from: SeatPlace | null;
  readonly to: SeatPlace | null;
  readonly isRefused: boolean;
}

type AdjustmentRow = Pick<Adjustment, 'number' | 'candidate' | 'at' | 'what' | 'feeCents' | 'refundCents'> & {
  by: string | null;
  payload: string | null;
  isRefused: 0 | 1;
};

/** What became of the tests that an application's receipt paid for, its own or those of its list, in the order of time. */
export function listAdjustments(db: ReadDb, applicationId: string): readonly Adjustment[] {
  return db
    .all<AdjustmentRow>(
      `SELECT reference AS number, who AS candidate, change.at AS at, what, fee_cents AS feeCents, refund_cents AS refundCents,
         actor_name AS by, payload, coalesce(answer.outcome = 'refused', 0) AS isRefused
       FROM booking_change AS change JOIN application ON application.id = application_id
       LEFT JOIN journal ON journal.subject = 'application:' || application_id AND journal.at = change.at
         AND journal.kind = CASE what WHEN 'moved' THEN 'tests.reschedule' ELSE 'applications.cancel' END
       LEFT JOIN journal_payload USING (seq) LEFT JOIN entry_answer AS answer USING (seq)
       WHERE application_id = ? OR application_id IN
         (SELECT share.application_id FROM payment_share AS share JOIN payment USING (receipt_number) WHERE payment.application_id = ?)
       ORDER BY change.at, reference`,
      applicationId,
      applicationId,
    )
    .map(({ by, payload, isRefused, ...row }) => ({ ...row, by: by ?? '', ...wordsOf(payload), isRefused: isRefused === 1 }));
}

function wordsOf(payload: string | null): Pick<Adjustment, 'reason' | 'from' | 'to'> {
  const said = (payload === null ? {} : JSON.parse(payload)) as Partial<Record<'from' | 'to', SeatPlace>> & { reason?: string };
  return { reason: said.reason ?? '', from: placeIn(said.from), to: placeIn(said.to) };
}

function placeIn(place: SeatPlace | undefined): SeatPlace | null {
  return place ? { centre: place.centre, day: place.day, session: place.session, class: place.class } : null;
}
