import type * as z from 'zod';
import type { Day, Instant } from '#shared/base/instant.ts';
import type { BookingState } from '#shared/domain/test-booking.ts';
import type { changeBodies } from '#shared/protocol/messages.ts';
import type { Audience } from '../changes/publish.ts';
import { findRow, type Sql } from '../db/sql.ts';

/** The result of a booking that stands, as offices are told of it. */
export type StandingResult = z.input<(typeof changeBodies)['test-result']>;

/** A booking as the day of its test needs it. */
export interface TestedBooking {
  readonly applicationId: string;
  readonly number: string;
  readonly officeCode: string;
  /** The office that runs the centre. */
  readonly runBy: string;
  /** Who took the booking. */
  readonly clerkId: string;
  readonly driverKey: string;
  readonly centre: string;
  readonly day: Day;
  readonly class: string;
  readonly state: BookingState;
  readonly cameAt: Instant | null;
  readonly result: StandingResult | null;
}

/** The newest state stands, and what the day of the test has added to it stays. */
export async function keepBooking(sql: Sql, booking: Omit<TestedBooking, 'cameAt' | 'result'>): Promise<void> {
  await sql.query(
    `INSERT INTO test_booking (application_id, number, office_code, run_by, clerk_id, driver_key, centre, day, class, state)
     VALUES ($1::uuid, $2, $3, $4, $5::uuid, $6, $7, $8::date, $9, $10)
     ON CONFLICT (application_id) DO UPDATE SET run_by = excluded.run_by, centre = excluded.centre, day = excluded.day,
       class = excluded.class, state = excluded.state`,
    booking.applicationId,
    booking.number,
    booking.officeCode,
    booking.runBy,
    booking.clerkId,
    booking.driverKey,
    booking.centre,
    booking.day,
    booking.class,
    booking.state,
  );
}

/** The booking, locked until this transaction ends, so that two PCs of one office give one result. Undefined also where it is not theirs. */
export function lockBooking(sql: Sql, applicationId: string): Promise<TestedBooking | undefined> {
  return findRow<TestedBooking>(
    sql,
    `SELECT application_id AS "applicationId", number, office_code AS "officeCode", run_by AS "runBy", clerk_id AS "clerkId",
       driver_key AS "driverKey", centre, day::text AS day, class, state, came_at AS "cameAt", result
     FROM test_booking WHERE application_id = $1::uuid FOR UPDATE`,
    applicationId,
  );
}

/** Somebody came to this test, or its result was given: it is a seat no more. */
export async function isTested(sql: Sql, applicationId: string): Promise<boolean> {
  const text = 'SELECT 1 AS one FROM test_booking WHERE application_id = $1::uuid AND (came_at IS NOT NULL OR result IS NOT NULL)';
  return (await findRow(sql, text, applicationId)) !== undefined;
}

export async function noteCame(sql: Sql, applicationId: string, at: Instant): Promise<void> {
  await sql.query('UPDATE test_booking SET came_at = $2 WHERE application_id = $1::uuid', applicationId, at);
}

export async function keepResult(sql: Sql, result: StandingResult): Promise<void> {
  await sql.query('UPDATE test_booking SET result = $2::jsonb WHERE application_id = $1::uuid', result.bookingId, JSON.stringify(result));
}

/** The office that booked and the office that runs the centre, which may be one. */
export function concerned({ officeCode, runBy }: Pick<TestedBooking, 'officeCode' | 'runBy'>): ReadonlySet<Audience> {
  return new Set<Audience>([`office:${officeCode}`, `office:${runBy}`]);
}
