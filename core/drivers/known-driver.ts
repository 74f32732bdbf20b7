import type { Driver } from '#shared/domain/driver.ts';
import type { ReadDb } from '../db/database.ts';
import { listUnansweredTests } from '../test-bookings/service.ts';
import { findDriver as findRecord, findDriverByProvisional } from './store.ts';

/** The register's record as this office last heard of it, with the tests that this PC has judged since in place of those before. */
export function findDriver(db: ReadDb, identity: Pick<Driver, 'idKind' | 'idNumber'>): Driver | undefined {
  const record = findRecord(db, identity);
  return record && withOwnTests(db, record);
}

/** By the number of their provisional licence, as people write it. */
export function findLearner(db: ReadDb, provisionalNumber: string): Driver | undefined {
  const record = findDriverByProvisional(db, provisionalNumber.trim().toUpperCase());
  return record && withOwnTests(db, record);
}

export function withOwnTests(db: ReadDb, record: Driver): Driver {
  const own = listUnansweredTests(db, record);
  const isNewer = (bookingNumber: string) => own.some((test) => test.bookingNumber === bookingNumber);
  return own.length === 0 ? record : { ...record, tests: [...record.tests.filter((test) => !isNewer(test.bookingNumber)), ...own] };
}
