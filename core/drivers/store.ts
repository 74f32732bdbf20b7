import type { Instant } from '#shared/base/instant.ts';
import { driverKey, type Driver } from '#shared/domain/driver.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { indexName, unindexName } from '../search/name-index.ts';

/** The register's record of a driver, by their identity document, as this office last heard of it. */
export function findDriver(db: ReadDb, identity: Pick<Driver, 'idKind' | 'idNumber'>): Driver | undefined {
  const row = db.get<StoredDriver>(`${heardSelect} WHERE key = ?`, driverKey(identity));
  return row && heardDriver(row);
}

export function findDriverByProvisional(db: ReadDb, provisionalNumber: string): Driver | undefined {
  const row = db.get<StoredDriver>(`${heardSelect} WHERE provisional_number = ? AND provisional_number <> ''`, provisionalNumber);
  return row && heardDriver(row);
}

interface StoredDriver {
  readonly facts: string;
  readonly heard_all_at: Instant | null;
}

const heardSelect = 'SELECT facts, (SELECT heard_all_at FROM sync_state WHERE one = 1) AS heard_all_at FROM driver';

function heardDriver(row: StoredDriver): Driver {
  const driver = JSON.parse(row.facts) as Driver;
  // The hub tells every change, so a fact it has not changed was still true when it last had nothing more to tell.
  const { asOf } = driver.source;
  return row.heard_all_at !== null && row.heard_all_at > asOf
    ? { ...driver, source: { ...driver.source, asOf: row.heard_all_at } }
    : driver;
}

/** Keeps what the hub said, unless something newer is here already. */
export function putDriver(db: WriteDb, driver: Driver): void {
  const key = driverKey(driver);
  const changed = db.run(
    `INSERT INTO driver (key, id_number, name, phone, kra_pin, provisional_number, facts, as_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET id_number = excluded.id_number, name = excluded.name, phone = excluded.phone,
       kra_pin = excluded.kra_pin, provisional_number = excluded.provisional_number, facts = excluded.facts, as_of = excluded.as_of
     WHERE excluded.as_of >= driver.as_of`,
    key,
    driver.idNumber,
    driver.name,
    driver.phone,
    driver.kraPin,
    driver.provisional?.number ?? '',
    JSON.stringify(driver),
    driver.source.asOf,
  );
  if (changed > 0) indexName(db, `driver:${key}`, driver.name);
}

export function dropDriver(db: WriteDb, key: string): void {
  db.run('DELETE FROM driver WHERE key = ?', key);
  unindexName(db, `driver:${key}`);
}
