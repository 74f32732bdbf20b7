import type { Day, Instant } from '#shared/base/instant.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** A place on the wait list of one session. */
export interface Waiter extends SeatPlace {
  readonly applicationId: string;
  readonly since: Instant;
}

/** Whose application has ended, or was paid for, waits no longer. */
const standing = `test_waiter JOIN application ON application.id = application_id
  AND application.state IN ('draft', 'awaiting-party', 'awaiting-payment')`;
const columns = 'application_id AS applicationId, centre, day, session, class, since';

/** Another session of the same candidate begins a new wait; the same one keeps its place. */
export function putWaiter(db: WriteDb, { applicationId, centre, day, session, class: of, since }: Waiter): void {
  db.run(
    `INSERT INTO test_waiter (application_id, centre, day, session, class, since) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (application_id) DO UPDATE SET centre = excluded.centre, day = excluded.day, session = excluded.session,
       class = excluded.class, since = excluded.since
     WHERE (test_waiter.centre, test_waiter.day, test_waiter.session, test_waiter.class)
       <> (excluded.centre, excluded.day, excluded.session, excluded.class)`,
    applicationId,
    centre,
    day,
    session,
    of,
    since,
  );
}

export function dropWaiter(db: WriteDb, applicationId: string): void {
  db.run('DELETE FROM test_waiter WHERE application_id = ?', applicationId);
}

/** Everybody who waits for a day from this one on, each session in the order of time. */
export function listWaiters(db: ReadDb, from: Day): readonly Waiter[] {
  return db.all<Waiter>(
    `SELECT ${columns} FROM ${standing} WHERE day >= ? ORDER BY day, centre, session, class, since, application_id`,
    from,
  );
}

export function findWaiter(db: ReadDb, applicationId: string): Waiter | undefined {
  return db.get<Waiter>(`SELECT ${columns} FROM ${standing} WHERE application_id = ?`, applicationId);
}

/** How many stand before them on the list of their session, and one. */
export function placeOfWaiter(db: ReadDb, { applicationId, centre, day, session, class: of, since }: Waiter): number {
  const row = db.get<{ before: number }>(
    `SELECT count(*) AS before FROM ${standing}
     WHERE day = ? AND centre = ? AND session = ? AND class = ? AND (since, application_id) < (?, ?)`,
    day,
    centre,
    session,
    of,
    since,
    applicationId,
  );
  return (row?.before ?? 0) + 1;
}
