import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, type Day, type Instant } from '#shared/base/instant.ts';
import { driverKey, provisionalOn, type Driver } from '#shared/domain/driver.ts';
import type { TestCentresFile, TestSessionsFile } from '#shared/domain/reference.ts';
import { attemptOf } from '#shared/domain/test-booking.ts';
import { publish } from '../changes/publish.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';
import { concerned, keepBooking } from '../test-day/tested-booking.ts';

const candidateCount = 6;
/** The clerk of another office who took these bookings, so that any trainee may give their results. */
const elsewhere = { officeCode: 'KSM01', clerkId: '00000000-0000-4000-8000-000000000001' } as const;

/** Six candidates sit the first session of today at the first centre, so that a trainee can practise the day of a test on any day. */
export async function seedPracticeTestDay(database: Database, resourcesDir: string, now: Instant): Promise<void> {
  const read = async <T>(name: string) => JSON.parse(await readFile(join(resourcesDir, 'reference', name), 'utf8')) as T;
  const [centre] = (await read<TestCentresFile>('test-centres.json')).centres;
  const [session] = (await read<TestSessionsFile>('test-sessions.json')).sessions;
  if (!centre || !session) return;
  const today = dayOf(now);
  await database.transaction(async (sql) => {
    // Another hub process may be starting at this moment.
    await sql.query('SELECT one FROM hub FOR UPDATE');
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true), set_config('kaunta.office', $1, true)`, centre.officeCode);
    if (await findRow(sql, 'SELECT 1 AS one FROM test_booking WHERE centre = $1 AND day = $2::date LIMIT 1', centre.code, today)) return;
    const learners = await listLearners(sql, today);
    for (const [at, driver] of learners.entries()) {
      const { name, phone, idKind, idNumber, dateOfBirth, provisional, tests } = driver;
      const place = { centre: centre.code, day: today, session: session.id, class: provisional?.class ?? '' };
      const kept = {
        ...place,
        applicationId: randomUUID(),
        number: `S-${elsewhere.officeCode}-0A-${today.slice(2).replaceAll('-', '')}${at + 1}`,
        officeCode: elsewhere.officeCode,
        state: 'booked',
      } as const;
      const runBy = centre.officeCode;
      await keepBooking(sql, { ...kept, runBy, clerkId: elsewhere.clerkId, driverKey: driverKey(driver) });
      const booked = { name, phone, idKind, idNumber, dateOfBirth, provisionalNumber: provisional?.number ?? '' };
      const body = { ...kept, seat: at + 1, driver: booked, attempt: attemptOf(tests, place.class), at: now };
      for (const audience of concerned({ officeCode: kept.officeCode, runBy }))
        await publish(sql, { audience, kind: 'booking', key: kept.applicationId, body });
    }
  });
}

/** Learners who may be tested today and were not before. */
async function listLearners(sql: Sql, today: Day): Promise<readonly Driver[]> {
  const rows = await sql.query<{ body: Driver }>(
    `SELECT body FROM driver WHERE body -> 'provisional' ->> 'class' = 'A2' AND jsonb_array_length(body -> 'tests') = 0
       AND NOT EXISTS (SELECT 1 FROM test_booking WHERE test_booking.driver_key = driver.driver_key)
     ORDER BY driver_key DESC`,
  );
  return rows
    .map(({ body }) => body)
    .filter((driver) => provisionalOn(driver, today))
    .slice(0, candidateCount);
}
