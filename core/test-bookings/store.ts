import type { Day, Instant } from '#shared/base/instant.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import type { BookingState } from '#shared/domain/test-booking.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** A candidate's seat. */
export interface Booking extends SeatPlace {
  readonly applicationId: string;
  /** The reference on the slip. */
  readonly number: string;
  readonly officeCode: string;
  readonly seat: number;
  readonly driver: BookedDriver;
  readonly attempt: number;
  readonly state: BookingState;
  readonly at: Instant;
}

/** What a day list says of a candidate. */
export interface BookedDriver {
  readonly idKind: string;
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly dateOfBirth: Day;
  readonly provisionalNumber: string;
}

/** What this office did since the hub last told counts at once: its own booking stands for as long as its application does. */
const standing = `CASE WHEN EXISTS (SELECT 1 FROM application WHERE application.id = application_id AND application.state <> 'approved')
  THEN 'cancelled' ELSE state END`;

type BookingRow = Omit<Booking, 'driver'> & BookedDriver;

const columns = `application_id AS applicationId, number, office_code AS officeCode, centre, day, session, class, seat, id_kind AS idKind,
  id_number AS idNumber, name, phone, date_of_birth AS dateOfBirth, provisional_number AS provisionalNumber, attempt, ${standing} AS state, at`;

/** The newest state stands: a booking that was moved has its new place and no other. */
export function putBooking(db: WriteDb, { driver, ...booking }: Booking): void {
  db.run(
    `INSERT INTO test_booking (application_id, number, office_code, centre, day, session, class, seat, id_kind, id_number, name, phone,
       date_of_birth, provisional_number, attempt, state, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (application_id) DO UPDATE SET centre = excluded.centre, day = excluded.day, session = excluded.session,
       class = excluded.class, seat = excluded.seat, name = excluded.name, phone = excluded.phone, state = excluded.state, at = excluded.at`,
    booking.applicationId,
    booking.number,
    booking.officeCode,
    booking.centre,
    booking.day,
    booking.session,
    booking.class,
    booking.seat,
    driver.idKind,
    driver.idNumber,
    driver.name,
    driver.phone,
    driver.dateOfBirth,
    driver.provisionalNumber,
    booking.attempt,
    booking.state,
    booking.at,
  );
}

/** The candidates of a centre on a day, or in one session of it, by class and seat. Cancelled ones are left out. */
export function listBookings(
  db: ReadDb,
  { centre, day, session }: { readonly centre: string; readonly day: Day; readonly session: string | null },
): readonly Booking[] {
  return db
    .all<BookingRow>(
      `SELECT ${columns} FROM test_booking
       WHERE centre = ? AND day = ? AND (? IS NULL OR session = ?) AND ${standing} = 'booked' ORDER BY session, class, seat`,
      centre,
      day,
      session,
      session,
    )
    .map(bookingOf);
}

/** As many as one list shows; an office that books more looks a candidate up by name or number. */
const listed = 500;

/** What this office has booked from this day on, and how many that are in all. */
export function listOwnBookings(
  db: ReadDb,
  { officeCode, from }: { readonly officeCode: string; readonly from: Day },
): { readonly bookings: readonly Booking[]; readonly total: number } {
  const own = `FROM test_booking WHERE office_code = ? AND day >= ? AND ${standing} = 'booked'`;
  const rows = db.all<BookingRow>(`SELECT ${columns} ${own} ORDER BY day, session, centre, class, seat LIMIT ?`, officeCode, from, listed);
  const total = db.get<{ total: number }>(`SELECT count(*) AS total ${own}`, officeCode, from)?.total ?? 0;
  return { bookings: rows.map(bookingOf), total };
}

/** A booking by the number on its slip. */
export function findBooking(db: ReadDb, number: string): Booking | undefined {
  const row = db.get<BookingRow>(`SELECT ${columns} FROM test_booking WHERE number = ?`, number);
  return row && bookingOf(row);
}

/** A booking by its application. */
export function findBookingOf(db: ReadDb, applicationId: string): Booking | undefined {
  const row = db.get<BookingRow>(`SELECT ${columns} FROM test_booking WHERE application_id = ?`, applicationId);
  return row && bookingOf(row);
}

/** How many candidates each sitting of these days has, both days counted in. */
export function countBookings(db: ReadDb, { from, to }: { readonly from: Day; readonly to: Day }) {
  return db.all<Pick<Booking, 'centre' | 'day' | 'session'> & { count: number }>(
    `SELECT centre, day, session, count(*) AS count FROM test_booking WHERE day BETWEEN ? AND ? AND state = 'booked'
     GROUP BY centre, day, session ORDER BY centre, day, session`,
    from,
    to,
  );
}

function bookingOf({ idKind, idNumber, name, phone, dateOfBirth, provisionalNumber, ...booking }: BookingRow): Booking {
  return { ...booking, driver: { idKind, idNumber, name, phone, dateOfBirth, provisionalNumber } };
}
