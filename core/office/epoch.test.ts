import { randomBytes, randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { enrolAnswer } from '#tests/support/enrol-answer.ts';
import { appendEntry } from '../journal/journal.ts';
import { takeNumber } from '../journal/series.ts';
import { verifyJournal } from '../journal/verify.ts';
import { openOfficeFile } from '../start/open-file.ts';
import type { Storage } from '../storage.ts';
import { newDeviceKeys } from '../sync/enrol.ts';
import { openEpoch, type EpochOpening } from './epoch.ts';
import { findIdentity, storeIdentity, type OfficeIdentity } from './identity.ts';
import { settlePlace } from './place.ts';

const at = toInstant('2026-11-23T06:00:00.000Z');
const nowMs = Date.parse(at);
const key = randomBytes(32);

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-epoch-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function openIn(folder: string): Promise<Storage> {
  const storage = await openOfficeFile(folder, key);
  onTestFinished(() => storage.close());
  return storage;
}

async function newOffice(folder: string): Promise<Storage> {
  const storage = await openIn(folder);
  storage.transact((db) => storeIdentity(db, { answer: enrolAnswer(), hubUrl: 'http://hub', keys: newDeviceKeys(), at }));
  return storage;
}

function identityOf(storage: Storage): OfficeIdentity {
  const identity = findIdentity(storage.reader);
  if (!identity) throw new Error('Not enrolled');
  return identity;
}

const receipt = (storage: Storage) => storage.transact((db) => takeNumber(db, identityOf(storage), 'R'));
const open = (storage: Storage, opening: Partial<EpochOpening> = {}) =>
  storage.transact((db) => openEpoch(db, { why: 'restored', nowMs, newId: randomUUID, ...opening }));
const act = (storage: Storage) =>
  storage.transact((db) =>
    appendEntry(db, identityOf(storage), {
      entryId: randomUUID(),
      at,
      actor: { id: randomUUID(), name: 'Clerk', roles: ['clerk'] },
      kind: 'settings.setOffice',
      subject: 'office:NRB01',
      scope: 'office',
      payload: null,
      reply: null,
    }),
  );
const settle = (storage: Storage, folder: string, pc = 'DESK-1') => settlePlace(storage, { folder, nowMs, newId: randomUUID, pc });
const faultsOf = (storage: Storage) => verifyJournal(storage.reader, identityOf(storage).deviceId).faults;

describe('an epoch', () => {
  it('gives the next letter to every number from then on, and numbers start again under it', async () => {
    const storage = await newOffice(await newFolder());
    expect([receipt(storage), receipt(storage)]).toEqual(['R-NRB01-3A-000001', 'R-NRB01-3A-000002']);
    open(storage);
    expect([identityOf(storage).epoch, receipt(storage)]).toEqual([2, 'R-NRB01-3B-000001']);
    open(storage, { why: 'copied' });
    expect(receipt(storage)).toBe('R-NRB01-3C-000001');
  });

  it('begins with an entry for the hub that says why, in the epoch that it opens', async () => {
    const storage = await newOffice(await newFolder());
    act(storage);
    const { firstSeq } = open(storage);
    const row = storage.reader.get(
      'SELECT epoch, kind, scope, payload FROM journal JOIN journal_payload USING (seq) WHERE seq = ?',
      firstSeq,
    );
    expect(row).toEqual({
      epoch: 2,
      kind: 'devices.openEpoch',
      scope: 'office',
      payload: JSON.stringify({ epoch: 2, seriesLetter: 'B', why: 'restored' }),
    });
    expect([firstSeq, faultsOf(storage)]).toEqual([2, []]);
  });

  it('of a file that was set back goes on from the hub’s last row, and the journal still verifies', async () => {
    const storage = await newOffice(await newFolder());
    for (let n = 0; n < 3; n += 1) act(storage);
    const hubHead = { epoch: 4, seq: 90, hash: 'ab'.repeat(32) };
    expect(open(storage, { why: 'set-back', hubHead })).toMatchObject({ epoch: 5, seriesLetter: 'E', firstSeq: 91 });
    act(storage);
    expect(faultsOf(storage)).toEqual([]);
    storage.transact((db) => {
      db.run('DROP TRIGGER journal_keeps_rows');
      db.run('DELETE FROM journal_payload WHERE seq = 3');
      db.run('DELETE FROM journal WHERE seq = 3');
    });
    expect(faultsOf(storage)).toEqual([{ seq: 3, fault: 'missing' }]);
  });
});

describe('a file found elsewhere than where it belongs', () => {
  it('begins a new epoch before anything is written, once', async () => {
    const [home, elsewhere] = [await newFolder(), await newFolder()];
    const storage = await newOffice(home);
    expect([settle(storage, home), settle(storage, home)]).toEqual([undefined, undefined]);
    storage.close();
    await copyFile(path.join(home, 'office.db'), path.join(elsewhere, 'office.db'));
    const copy = await openIn(elsewhere);
    expect(settle(copy, elsewhere)).toMatchObject({ epoch: 2, seriesLetter: 'B', why: 'copied' });
    expect(settle(copy, elsewhere)).toBeUndefined();
  });

  it('is one that was put back in the same folder from a copy, or that is opened by another PC', async () => {
    const folder = await newFolder();
    const [file, kept] = ['office.db', 'kept.db'].map((name) => path.join(folder, name)) as [string, string];
    const storage = await newOffice(folder);
    settle(storage, folder);
    storage.close();
    await copyFile(file, kept);
    await rm(file);
    await rename(kept, file);
    const putBack = await openIn(folder);
    expect(settle(putBack, folder)).toMatchObject({ why: 'copied', seriesLetter: 'B' });
    expect(settle(putBack, folder, 'DESK-2')).toMatchObject({ why: 'copied', seriesLetter: 'C' });
  });

  it('gets no second epoch when it was restored: that has begun one', async () => {
    const [home, elsewhere] = [await newFolder(), await newFolder()];
    const storage = await newOffice(home);
    settle(storage, home);
    open(storage, { why: 'restored' });
    storage.close();
    await copyFile(path.join(home, 'office.db'), path.join(elsewhere, 'office.db'));
    const restored = await openIn(elsewhere);
    expect([settle(restored, elsewhere), identityOf(restored).seriesLetter]).toEqual([undefined, 'B']);
  });
});
