import type { ApplicationState } from '#shared/domain/application.ts';
import { getApplication } from '../applications/service.ts';
import { findWaiter, placeOfWaiter } from '../booking-acts/service.ts';
import type { ReadDb } from '../db/database.ts';
import { listCandidates } from './candidate-store.ts';

/** What one candidate of a booked list has now. */
export interface Outcome {
  readonly position: number;
  readonly applicationId: string;
  readonly reference: string;
  readonly name: string;
  readonly state: ApplicationState;
  /** Theirs for good; null where they have none. */
  readonly seat: number | null;
  /** On the wait list, which is NOT A BOOKING. */
  readonly place: number | null;
}

/** Of each list, how many bookings the hub did not take and nobody has given up; a list that has none is not named. */
export function countsOfComeBack(db: ReadDb): ReadonlyMap<string, number> {
  const rows = db.all<{ listId: string; count: number }>(
    `SELECT list_id AS listId, count(*) AS count FROM application JOIN school_candidate ON application_id = application.id
     WHERE application.state IN ('returned', 'conflict', 'refused') GROUP BY list_id`,
  );
  return new Map(rows.map(({ listId, count }) => [listId, count]));
}

/** In the order of the list. */
export function listOutcomes(db: ReadDb, listId: string): Outcome[] {
  return listCandidates(db, listId).flatMap(({ applicationId, position }) => {
    if (applicationId === null) return [];
    const { reference, state, body } = getApplication(db, applicationId);
    const waiter = findWaiter(db, applicationId);
    const booking = body.service === 'test-booking' ? body : null;
    return [
      {
        position,
        applicationId,
        reference,
        name: booking?.parties.driver.name ?? '',
        state,
        seat: state === 'approved' ? (booking?.seat?.seat ?? null) : null,
        place: waiter ? placeOfWaiter(db, waiter) : null,
      },
    ];
  });
}
