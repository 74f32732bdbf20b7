import type { Driver } from '#shared/domain/driver.ts';
import type { ReadDb } from '../db/database.ts';
import { listOwnTests } from '../test-bookings/service.ts';
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

/**
 * A result that the hub has not answered holds against the record. One that it has taken fills the gap until its word on the driver is here:
 * otherwise the wait for the next test would be unknown for a moment, and forgotten where the line breaks off in it.
 */
export function withOwnTests(db: ReadDb, record: Driver): Driver {
  const isInRecord = (bookingNumber: string) => record.tests.some((test) => test.bookingNumber === bookingNumber);
  const own = listOwnTests(db, record).filter(({ test, isTaken }) => !isTaken || !isInRecord(test.bookingNumber));
  if (own.length === 0) return record;
  const standing = new Map([...record.tests, ...own.map(({ test }) => test)].map((test) => [test.bookingNumber, test]));
  return { ...record, tests: [...standing.values()] };
}
