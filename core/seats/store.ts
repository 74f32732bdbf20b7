import type * as z from 'zod';
import type { Day, Instant } from '#shared/base/instant.ts';
import type { HeldLease, LeasedSeat, SeatPlace } from '#shared/domain/seat-lease.ts';
import type { changeBodies } from '#shared/protocol/messages.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

type LeaseChange = z.output<(typeof changeBodies)['seat-lease']>;
type SessionsChange = z.output<(typeof changeBodies)['test-sessions']>;

/** The hub's word on a lease: the first stands, because what was lent is never changed. */
export function putLease(db: WriteDb, lease: LeaseChange, now: Instant): void {
  db.run(
    `INSERT INTO seat_lease (lease_id, device_id, epoch, centre, day, session, class, seats, asked_at, lent_from, until)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (lease_id) DO UPDATE SET seats = excluded.seats, lent_from = excluded.lent_from, until = excluded.until
     WHERE seat_lease.until IS NULL`,
    lease.leaseId,
    lease.deviceId,
    lease.epoch,
    lease.centre,
    lease.day,
    lease.session,
    lease.class,
    JSON.stringify(lease.seats),
    now,
    lease.from,
    lease.until,
  );
}

/** Replaces what is known of one day of one centre. */
export function putSessions(db: WriteDb, { centre, day, sessions }: SessionsChange): void {
  db.run('DELETE FROM test_session WHERE centre = ? AND day = ?', centre, day);
  db.run(
    `INSERT INTO test_session (centre, day, session, class, seats)
     SELECT ?, ?, value ->> 'session', value ->> 'class', value ->> 'seats' FROM json_each(?)`,
    centre,
    day,
    JSON.stringify(sessions),
  );
}

/** A lease that was asked for and not answered yet. */
export interface Ask extends SeatPlace {
  readonly leaseId: string;
  readonly deviceId: string;
  readonly epoch: number;
  readonly at: Instant;
}

export function insertAsk(db: WriteDb, ask: Ask): void {
  db.run(
    `INSERT INTO seat_lease (lease_id, device_id, epoch, centre, day, session, class, seats, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, '[]', ?)`,
    ask.leaseId,
    ask.deviceId,
    ask.epoch,
    ask.centre,
    ask.day,
    ask.session,
    ask.class,
    ask.at,
  );
}

interface LeaseRow {
  leaseId: string;
  deviceId: string;
  epoch: number;
  centre: string;
  day: Day;
  session: string;
  class: string;
  seats: string;
  from: Instant;
  until: Instant;
  taken: string;
  returned: string;
}

/** Days of interest, both included, and one centre and class where not all are. */
export interface SeatFilter {
  readonly from: Day;
  readonly to: Day;
  readonly of?: Pick<SeatPlace, 'centre' | 'class'> | undefined;
}

/** Two texts and not one with `? IS NULL OR`, which would walk every centre for the calendar of one. */
function within(of: SeatFilter['of']): string {
  return of ? 'centre = ? AND class = ? AND day BETWEEN ? AND ?' : 'day BETWEEN ? AND ?';
}

function withinValues({ from, to, of }: SeatFilter): readonly string[] {
  return of ? [of.centre, of.class, from, to] : [from, to];
}

/**
 * Answered leases with at least one seat, whoever of this office holds them and whether or not they have ended. A seat is taken for as
 * long as its booking stands, so one that was cancelled or not taken by the hub is free at once.
 */
export function listLeases(db: ReadDb, { from, to, of }: SeatFilter): readonly HeldLease[] {
  const rows = db.all<LeaseRow>(
    `SELECT seat_lease.lease_id AS leaseId, device_id AS deviceId, epoch, centre, day, session, class, seats, lent_from AS "from", until,
       json_group_array(seat) FILTER (WHERE application_id IS NOT NULL AND coalesce(application.state, 'approved') = 'approved') AS taken,
       json_group_array(seat) FILTER (WHERE returned_at IS NOT NULL) AS returned
     FROM seat_lease LEFT JOIN leased_seat ON leased_seat.lease_id = seat_lease.lease_id LEFT JOIN application ON application.id = application_id
     WHERE ${within(of)} AND until IS NOT NULL AND seats <> '[]'
     GROUP BY seat_lease.lease_id ORDER BY until`,
    ...withinValues({ from, to, of }),
  );
  return rows.map(({ seats, taken, returned, ...row }) => ({
    ...row,
    seats: numbersOf(seats),
    taken: numbersOf(taken),
    returned: numbersOf(returned),
  }));
}

function numbersOf(text: string): number[] {
  return JSON.parse(text) as number[];
}

/** Places whose ask was answered by no seat since then, or by nothing yet: they are not asked for again so soon. */
export function listAskedSince(
  db: ReadDb,
  { deviceId, epoch }: { readonly deviceId: string; readonly epoch: number },
  since: Instant,
): readonly SeatPlace[] {
  return db.all<SeatPlace>(
    `SELECT DISTINCT centre, day, session, class FROM seat_lease
     WHERE device_id = ? AND epoch = ? AND seats = '[]' AND (asked_at > ? OR until IS NULL)`,
    deviceId,
    epoch,
    since,
  );
}

/** For a booking, in place of the seat it had before; whose booking no longer stands has lost the seat. */
export function takeSeat(db: WriteDb, { leaseId, seat }: LeasedSeat, applicationId: string): void {
  db.run('DELETE FROM leased_seat WHERE application_id = ?', applicationId);
  db.run(
    `INSERT INTO leased_seat (lease_id, seat, application_id) VALUES (?, ?, ?)
     ON CONFLICT (lease_id, seat) DO UPDATE SET application_id = excluded.application_id WHERE returned_at IS NULL`,
    leaseId,
    seat,
    applicationId,
  );
}

/** The hub says that this seat is not this device's to give: it is never used again, whoever it was booked for meanwhile. */
export function loseSeat(db: WriteDb, seat: LeasedSeat, at: Instant): void {
  returnSeat(db, seat, at);
}

export function returnSeat(db: WriteDb, { leaseId, seat }: LeasedSeat, at: Instant): void {
  db.run(
    `INSERT INTO leased_seat (lease_id, seat, returned_at) VALUES (?, ?, ?)
     ON CONFLICT (lease_id, seat) DO UPDATE SET application_id = NULL, returned_at = excluded.returned_at`,
    leaseId,
    seat,
    at,
  );
}

/** A session with its number of seats in the whole country. */
export interface TestSession extends SeatPlace {
  readonly seats: number;
}

export function listSessions(db: ReadDb, { from, to, of }: SeatFilter): readonly TestSession[] {
  return db.all<TestSession>(
    `SELECT centre, day, session, class, seats FROM test_session
     WHERE ${within(of)} ORDER BY day, centre, session, class`,
    ...withinValues({ from, to, of }),
  );
}

/** Each centre with each class that is tested there from this day on. */
export function listTested(db: ReadDb, from: Day): readonly Pick<SeatPlace, 'centre' | 'class'>[] {
  return db.all<Pick<SeatPlace, 'centre' | 'class'>>(
    'SELECT DISTINCT centre, class FROM test_session WHERE day >= ? ORDER BY centre, class',
    from,
  );
}

/** What this device asked for and was not answered on. */
export function listOpenAsks(db: ReadDb, { deviceId, epoch }: { readonly deviceId: string; readonly epoch: number }): readonly SeatPlace[] {
  return db.all<SeatPlace>(
    'SELECT centre, day, session, class FROM seat_lease WHERE device_id = ? AND epoch = ? AND until IS NULL',
    deviceId,
    epoch,
  );
}
