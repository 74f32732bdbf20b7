import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, dayOf, weekdayOf, type Instant } from '#shared/base/instant.ts';
import type { TestCentresFile, TestSessionsFile } from '#shared/domain/reference.ts';
import { findRow, type Database } from '../db/sql.ts';
import { openSessions, type OpenSession } from '../seats/open-sessions.ts';

const aheadDays = 60;
/** Enough centres to see several, and few enough that a practice office is there at once. */
const centreCount = 4;
/** A motorcycle, a light vehicle and a light truck (DOMAIN §6.1). How many are tested in a session is not published (§6.2). */
const seatsByClass = { A2: 20, B1: 20, C1: 6 } as const;

/** Opens seats for the working days of the next two months, wherever a practice hub has none yet. */
export async function openPracticeSessions(database: Database, resourcesDir: string, now: Instant): Promise<void> {
  const read = async <T>(name: string) => JSON.parse(await readFile(join(resourcesDir, 'reference', name), 'utf8')) as T;
  const { centres } = await read<TestCentresFile>('test-centres.json');
  const { sessions } = await read<TestSessionsFile>('test-sessions.json');
  const today = dayOf(now);
  const days = Array.from({ length: aheadDays }, (_, index) => addDays(today, index + 1)).filter(
    (day) => !['saturday', 'sunday'].includes(weekdayOf(day)),
  );
  await database.transaction(async (sql) => {
    // Another hub process may be starting at this moment.
    await sql.query('SELECT one FROM hub FOR UPDATE');
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true)`);
    const last = (await findRow<{ day: string | null }>(sql, 'SELECT max(day)::text AS day FROM seat_session'))?.day ?? '';
    const open: OpenSession[] = days
      .filter((day) => day > last)
      .flatMap((day) =>
        centres
          .slice(0, centreCount)
          .flatMap(({ code }) =>
            sessions.flatMap(({ id }) =>
              Object.entries(seatsByClass).map(([seatClass, seats]) => ({ centre: code, day, session: id, class: seatClass, seats })),
            ),
          ),
      );
    if (open.length > 0) await openSessions(sql, open);
  });
}
