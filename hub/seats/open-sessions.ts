import type { Day } from '#shared/base/instant.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import { findRow, type Sql } from '../db/sql.ts';

/** A session with its number of seats. */
export interface OpenSession extends SeatPlace {
  readonly seats: number;
}

/** Opens seats, or sets how many there are, and tells every office of the days that changed. Throws where fewer would take a lent one. */
export async function openSessions(sql: Sql, sessions: readonly OpenSession[]): Promise<string> {
  const asked = JSON.stringify(sessions);
  await refuseTaken(sql, asked);
  await sql.query(
    `INSERT INTO seat_session (centre, day, session, class, seats)
     SELECT centre, day, session, class, seats
     FROM jsonb_to_recordset($1::jsonb) AS s (centre text, day date, session text, class text, seats integer)
     ON CONFLICT (centre, day, session, class) DO UPDATE SET seats = excluded.seats`,
    asked,
  );
  const days = await tellDays(sql, asked);
  return `${sessions.length} sessions on ${days} days of test centres`;
}

async function refuseTaken(sql: Sql, asked: string): Promise<void> {
  const taken = await findRow<SeatPlace & { number: number; day: Day }>(
    sql,
    `SELECT seat.centre, seat.day::text AS day, seat.session, seat.class, seat.number
     FROM jsonb_to_recordset($1::jsonb) AS s (centre text, day date, session text, class text, seats integer)
     JOIN seat USING (centre, day, session, class)
     WHERE seat.number > s.seats AND (seat.lease_id IS NOT NULL OR seat.booked_by IS NOT NULL) LIMIT 1`,
    asked,
  );
  if (!taken) return;
  const { centre, day, session, class: seatClass, number } = taken;
  throw new Error(`Seat ${number} of ${centre} ${day} ${session} ${seatClass} is lent or booked, so there cannot be fewer`);
}

/** The whole day of a centre is told anew wherever one of its sessions changed. How many days. */
async function tellDays(sql: Sql, asked: string): Promise<number> {
  await sql.query(
    `DELETE FROM change USING jsonb_to_recordset($1::jsonb) AS s (centre text, day text)
     WHERE audience = 'all' AND kind = 'test-sessions' AND key = s.centre || '/' || s.day`,
    asked,
  );
  const told = await sql.query(
    `INSERT INTO change (audience, kind, key, body)
     SELECT 'all', 'test-sessions', centre || '/' || day, jsonb_build_object('centre', centre, 'day', day::text, 'sessions',
       jsonb_agg(jsonb_build_object('session', session, 'class', class, 'seats', seats) ORDER BY session, class))
     FROM seat_session
     WHERE (centre, day) IN (SELECT centre, day FROM jsonb_to_recordset($1::jsonb) AS s (centre text, day date))
     GROUP BY centre, day RETURNING key`,
    asked,
  );
  return told.length;
}
