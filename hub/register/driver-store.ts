import type { Day, Instant } from '#shared/base/instant.ts';
import { driverKey, type Driver } from '#shared/domain/driver.ts';
import { publish } from '../changes/publish.ts';
import { findRow, type Sql } from '../db/sql.ts';
import { takeNumber } from './series.ts';

/** One driver's record. */
export async function findDriver(sql: Sql, identity: Pick<Driver, 'idKind' | 'idNumber'>): Promise<Driver | undefined> {
  const row = await findRow<{ body: Driver }>(sql, 'SELECT body FROM driver WHERE driver_key = $1', driverKey(identity));
  return row?.body;
}

/** `PDL-2026-000001`, gap-free within a year. How the real register numbers them is not published (DOMAIN §6). */
export async function nextProvisionalNumber(sql: Sql, today: Day): Promise<string> {
  const year = today.slice(0, 4);
  const number = await takeNumber(sql, `PDL-${year}`);
  return `PDL-${year}-${String(number).padStart(6, '0')}`;
}

/** Keeps the record and tells every office, as the register's vehicles and people are told. */
export async function storeDriver(sql: Sql, driver: Driver, now: Instant): Promise<void> {
  const key = driverKey(driver);
  await sql.query(
    `INSERT INTO driver (driver_key, body, changed_at) VALUES ($1, $2::jsonb, $3)
     ON CONFLICT (driver_key) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at`,
    key,
    JSON.stringify(driver),
    now,
  );
  await publish(sql, {
    audience: 'all',
    kind: 'driver',
    key,
    body: { ...driver, licences: [...driver.licences], tests: [...driver.tests] },
  });
}
