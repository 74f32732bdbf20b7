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

/** One driver's record, locked until this transaction ends. Undefined also where this office may not write into it. */
export async function lockDriver(sql: Sql, key: string): Promise<Driver | undefined> {
  const row = await findRow<{ body: Driver }>(sql, 'SELECT body FROM driver WHERE driver_key = $1 FOR UPDATE', key);
  return row?.body;
}

/** Writes a test into the record of a known driver, as the office that runs the centre may, and tells every office. */
export async function storeTested(sql: Sql, driver: Driver, now: Instant): Promise<void> {
  const tested = { ...driver, source: { from: driver.source.from, asOf: now } };
  const key = driverKey(driver);
  await sql.query('UPDATE driver SET body = $2::jsonb, changed_at = $3 WHERE driver_key = $1', key, JSON.stringify(tested), now);
  await tellDriver(sql, tested);
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
  await tellDriver(sql, driver);
}

function tellDriver(sql: Sql, driver: Driver): Promise<void> {
  const body = { ...driver, licences: [...driver.licences], tests: [...driver.tests] };
  return publish(sql, { audience: 'all', kind: 'driver', key: driverKey(driver), body });
}
