import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toDay, toInstant } from '#shared/base/instant.ts';
import type { Driver, TakenTest } from '#shared/domain/driver.ts';
import { appendEntry } from '../journal/journal.ts';
import { openOfficeFile } from '../start/open-file.ts';
import type { Storage } from '../storage.ts';
import { applyChanges } from '../sync/apply-changes.ts';
import { findDriver } from './known-driver.ts';

const now = toInstant('2026-11-25T06:00:00.000Z');
const chain = { deviceId: randomUUID(), epoch: 1 };
const clerk = { id: randomUUID(), name: 'Achieng Odhiambo', roles: ['clerk'] } as const;
const identity = { idKind: 'national-id', idNumber: '31245678' } as const;
const person = { ...identity, name: 'Amina Mwangi', phone: '0712345676', dateOfBirth: toDay('2000-02-29') };
const booking = { applicationId: randomUUID(), number: 'D-NYR01-1A-000001' };
const place = { centre: 'NYR', day: toDay('2026-11-25'), class: 'A2' };
const failed: TakenTest = {
  ...place,
  bookingNumber: booking.number,
  resultNumber: 'C-NYR01-1A-000001',
  outcome: 'failed',
  failedStages: ['yard'],
  resitFrom: toDay('2026-12-16'),
};

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaunta-drivers-'));
  storage = await openOfficeFile(folder, randomBytes(32));
});
afterAll(async () => {
  storage.close();
  await rm(folder, { recursive: true });
});

function told(kind: string, key: string, body: unknown): void {
  storage.transact((db) => applyChanges({ db, chain, now, newId: randomUUID, announce: () => undefined }, [{ kind, key, body }]));
}

function recordComes(tests: readonly TakenTest[]): void {
  const source = { from: 'registry', asOf: now } as const;
  const record: Driver = { ...person, kraPin: '', provisional: null, licences: [], tests, source };
  told('driver', `${identity.idKind}:${identity.idNumber}`, record);
}

/** The test is judged at this PC; answers with the place of the act in the journal. */
function judged(): number {
  return storage.transact((db) => {
    const entryId = randomUUID();
    const stages = [{ stage: 'yard', marks: 60, fullMarks: 100, passMarks: 75 }];
    db.run(
      `INSERT INTO test_result (number, entry_id, booking_id, round, outcome, stages, resit_from, at, clerk_id, clerk_name)
       VALUES (?, ?, ?, 1, 'failed', ?, ?, ?, ?, ?)`,
      failed.resultNumber ?? '',
      entryId,
      booking.applicationId,
      JSON.stringify(stages),
      failed.resitFrom,
      now,
      clerk.id,
      clerk.name,
    );
    const act = { entryId, at: now, actor: clerk, kind: 'testDay.giveResult', subject: `application:${booking.applicationId}` };
    return appendEntry(db, chain, { ...act, scope: 'office', payload: {}, reply: {} });
  });
}

function answered(seq: number, outcome: 'applied' | 'conflict'): void {
  storage.transact((db) =>
    db.run(
      `INSERT OR REPLACE INTO entry_answer (seq, outcome, hub_receipt, answered_at, detail) VALUES (?, ?, '', ?, '{}')`,
      seq,
      outcome,
      now,
    ),
  );
}

const testsOf = () => findDriver(storage.reader, identity)?.tests;

it('a result given here stands in the record from the act on, also between the hub’s answer and its word on the driver', () => {
  recordComes([]);
  const driver = { ...person, provisionalNumber: 'PDL-00000001' };
  told('booking', booking.applicationId, {
    ...booking,
    ...place,
    session: 's1',
    officeCode: 'NYR01',
    seat: 1,
    driver,
    attempt: 1,
    state: 'booked',
    at: now,
  });
  const seq = judged();
  expect(testsOf()).toEqual([failed]);
  answered(seq, 'applied');
  expect(testsOf()).toEqual([failed]);
  // A supervisor at another PC has corrected it since: the record knows more.
  const corrected: TakenTest = { ...failed, resultNumber: 'C-NYR01-2A-000001', outcome: 'passed', failedStages: [], resitFrom: null };
  recordComes([corrected]);
  expect(testsOf()).toEqual([corrected]);
});

it('a result that the hub did not take is none', () => {
  recordComes([]);
  storage.transact((db) => db.run(`UPDATE entry_answer SET outcome = 'conflict'`));
  expect(testsOf()).toEqual([]);
});
