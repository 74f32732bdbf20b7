import type { Instant } from '#shared/base/instant.ts';
import type { SeatLease, SeatPlace, SeatRecord } from '#shared/domain/seat-lease.ts';
import { findRow, type Sql } from '../db/sql.ts';

/** How many seats of this place there are; undefined where no such session is opened. */
export async function seatsOfSession(sql: Sql, { centre, day, session, class: seatClass }: SeatPlace): Promise<number | undefined> {
  const row = await findRow<{ seats: number }>(
    sql,
    'SELECT seats FROM seat_session WHERE centre = $1 AND day = $2::date AND session = $3 AND class = $4',
    centre,
    day,
    session,
    seatClass,
  );
  return row?.seats;
}

/** What is lent, and how much. */
export interface Lending {
  readonly lease: Omit<SeatLease, 'seats'>;
  readonly officeCode: string;
  readonly count: number;
  /** Of the session in all. */
  readonly seats: number;
  /** From when on they may be lent again, unheard. */
  readonly lendableFrom: Instant;
}

/**
 * Lends up to `count` seats, those first that nobody held before. Whoever lends at the same moment holds other rows, which are passed over
 * and not waited for. The numbers that were lent.
 */
export async function lendSeats(sql: Sql, { lease, officeCode, count, seats, lendableFrom }: Lending): Promise<readonly number[]> {
  const { leaseId, deviceId, epoch, centre, day, session, class: seatClass } = lease;
  const place = [centre, day, session, seatClass] as const;
  await sql.query(
    `INSERT INTO seat (centre, day, session, class, number) SELECT $1, $2::date, $3, $4, number FROM generate_series(1, $5::integer) AS number
     WHERE NOT EXISTS (SELECT 1 FROM seat WHERE centre = $1 AND day = $2::date AND session = $3 AND class = $4 AND number = $5::integer)
     ON CONFLICT DO NOTHING`,
    ...place,
    seats,
  );
  const free = await sql.query<{ number: number }>(
    `SELECT number FROM seat WHERE centre = $1 AND day = $2::date AND session = $3 AND class = $4 AND number <= $5
       AND booked_by IS NULL AND (lendable_from IS NULL OR lendable_from <= $6)
     ORDER BY lease_id IS NOT NULL, number LIMIT $7 FOR UPDATE SKIP LOCKED`,
    ...place,
    seats,
    lease.from,
    count,
  );
  const numbers = free.map(({ number }) => number).toSorted((one, other) => one - other);
  await sql.query(
    'INSERT INTO seat_lease (id, office_code, device_id, epoch, body) VALUES ($1::uuid, $2, $3::uuid, $4, $5::jsonb)',
    leaseId,
    officeCode,
    deviceId,
    epoch,
    JSON.stringify({ ...lease, seats: numbers }),
  );
  await sql.query(
    `UPDATE seat SET lease_id = $5::uuid, lendable_from = $6
     WHERE centre = $1 AND day = $2::date AND session = $3 AND class = $4 AND number = ANY (string_to_array($7, ',')::integer[])`,
    ...place,
    leaseId,
    lendableFrom,
    numbers.join(','),
  );
  return numbers;
}

/** A lease of this office. */
export async function findLease(sql: Sql, leaseId: string): Promise<SeatLease | undefined> {
  const row = await findRow<{ body: SeatLease }>(sql, 'SELECT body FROM seat_lease WHERE id = $1::uuid', leaseId);
  return row?.body;
}

/** Makes seats of a lease lendable at once. What was booked on, or lent to another since, stays as it is. How many. */
export async function returnSeats(sql: Sql, leaseId: string, seats: readonly number[]): Promise<number> {
  const returned = await sql.query(
    `UPDATE seat SET lease_id = NULL, lendable_from = NULL
     WHERE lease_id = $1::uuid AND booked_by IS NULL AND number = ANY (string_to_array($2, ',')::integer[]) RETURNING number`,
    leaseId,
    seats.join(','),
  );
  return returned.length;
}

/** One seat of a place. */
export interface Seat extends SeatPlace {
  readonly seat: number;
}

const ofSeat = 'centre = $1 AND day = $2::date AND session = $3 AND class = $4 AND number = $5';
const keyOf = ({ centre, day, session, class: seatClass, seat }: Seat) => [centre, day, session, seatClass, seat] as const;

/** The seat, locked until this transaction ends; whoever wants it too waits. */
export function lockSeat(sql: Sql, seat: Seat): Promise<SeatRecord | undefined> {
  return findRow<SeatRecord>(
    sql,
    `SELECT lease_id AS "leaseId", booked_by AS "bookedBy" FROM seat WHERE ${ofSeat} FOR UPDATE`,
    ...keyOf(seat),
  );
}

export async function bookLockedSeat(sql: Sql, seat: Seat, applicationId: string): Promise<void> {
  await sql.query(`UPDATE seat SET booked_by = $6::uuid WHERE ${ofSeat}`, ...keyOf(seat), applicationId);
}

/** Its lease stays as it was lent, so that its device may book on it again. */
export async function freeSeat(sql: Sql, applicationId: string): Promise<void> {
  await sql.query('UPDATE seat SET booked_by = NULL WHERE booked_by = $1::uuid', applicationId);
}
