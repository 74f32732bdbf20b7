import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { instantOf, msOf, toInstant } from '#shared/base/instant.ts';
import { refusal } from '#shared/domain/refusal.ts';
import type { CommandContext, KeepContext, Topic } from './context.ts';
import { openDispatch, type Call, type Dispatch } from './dispatch.ts';
import type { Guard } from './guards/guard.ts';
import { prepared } from './handler.ts';
import type { OfficeIdentity } from './office/identity.ts';
import { insertUser } from './people/store.ts';
import { openSeat } from './people/seat.ts';
import { AppError } from './refusal.ts';
import { openOfficeFile } from './start/open-file.ts';
import type { Storage } from './storage.ts';

const office: OfficeIdentity = {
  deviceId: newId(),
  deviceNo: 1,
  epoch: 1,
  seriesLetter: 'A',
  officeCode: 'NRB01',
  officeName: 'Nairobi',
  registrar: false,
  practice: false,
  hubUrl: '',
};
const seat = openSeat();
const clerkId = newId();
const startedAt = toInstant('2026-11-23T06:00:00.000Z');

let folder: string;
let storage: Storage;
let dispatch: Dispatch;
let nowMs: number;
const announce = vi.fn<(topics: readonly Topic[]) => void>();
const guard = vi.fn<Guard>();
const onStorageFailure = vi.fn<(failure: string) => void>();

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaunta-dispatch-'));
  storage = await openOfficeFile(folder, randomBytes(32));
  storage.transact((db) => {
    insertUser(db, {
      id: clerkId,
      name: 'Achieng',
      login: 'achieng',
      roles: ['clerk'],
      passwordHash: '',
      mustChangePassword: false,
      at: startedAt,
    });
  });
  nowMs = msOf(startedAt);
  dispatch = openDispatch({
    storage,
    office: () => office,
    now: () => nowMs,
    newId,
    guards: [guard],
    driving: null,
    announce,
    onStorageFailure,
  });
  seat.sitDown(clerkId);
  announce.mockClear();
  onStorageFailure.mockClear();
  guard.mockReset();
});
afterEach(() => {
  storage.close();
  rmSync(folder, { recursive: true });
});

const call: Call = { name: 'applications.open', procedure: contract.applications.open, seat, input: { service: 'transfer' } };
const keeping: Call = { name: 'applications.keepDraft', procedure: contract.applications.keepDraft, seat, input: {} };
const note = (cx: CommandContext | KeepContext, value: string) =>
  cx.db.run('INSERT INTO office_setting (key, value) VALUES (?, ?)', value, value);
const notes = () => storage.reader.all<{ key: string }>('SELECT key FROM office_setting ORDER BY key').map(({ key }) => key);
const entries = () => storage.reader.all<{ at: string; kind: string }>('SELECT at, kind FROM journal ORDER BY seq');

describe('a command', () => {
  it('is stored with its journal entry, then announced, and only then have its effects', async () => {
    const order: string[] = [];
    announce.mockImplementationOnce((topics) => order.push(`announced ${topics.join(' ')}`));
    const output = await dispatch.command(call, newId(), (cx) => {
      note(cx, 'done');
      cx.afterCommit(() => order.push(`effect after ${entries().length} entry`));
      cx.announce('applications');
      return 'answer';
    });
    expect([output, notes(), entries(), order]).toEqual([
      'answer',
      ['done'],
      [{ at: startedAt, kind: 'applications.open' }],
      ['effect after 1 entry', 'announced queue applications'],
    ]);
  });

  it('that refuses or breaks leaves nothing, announces nothing and uses no number', async () => {
    for (const error of [new AppError('act.not-found'), new Error('a bug')]) {
      const broken = dispatch.command(call, newId(), (cx) => {
        cx.takeNumber('R');
        note(cx, 'half');
        cx.afterCommit(() => expect.fail('An effect of nothing'));
        throw error;
      });
      await expect(broken).rejects.toBe(error);
    }
    expect([notes(), entries(), announce.mock.calls]).toEqual([[], [], []]);
    expect(await dispatch.command(call, newId(), (cx) => cx.takeNumber('R'))).toBe('R-NRB01-1A-000001');
  });

  it('repeated under its entry id is answered from the journal, and so is its refusal', async () => {
    const [done, refused] = [newId(), newId()];
    const run = vi.fn<(cx: CommandContext) => string>((cx) => cx.takeNumber('R'));
    const wrong = (cx: CommandContext) => cx.refuseAfterCommit(refusal('sign-in.wrong', { left: 3 }));
    for (let n = 0; n < 2; n += 1) {
      expect(await dispatch.command(call, done, run)).toBe('R-NRB01-1A-000001');
      await expect(dispatch.command(call, refused, wrong)).rejects.toMatchObject({
        refusal: { code: 'sign-in.wrong', facts: { left: 3 } },
      });
    }
    expect([run.mock.calls.length, entries().length]).toEqual([1, 2]);
  });

  it('that comes twice at once is done once', async () => {
    const entryId = newId();
    const run = prepared<unknown, unknown, void>({
      prepare: () => new Promise((resolve) => setTimeout(resolve, 5)),
      execute: (cx) => cx.takeNumber('R'),
    });
    const both = await Promise.all([dispatch.command(call, entryId, run), dispatch.command(call, entryId, run)]);
    expect([both, entries().length]).toEqual([['R-NRB01-1A-000001', 'R-NRB01-1A-000001'], 1]);
  });

  it('is refused to who was put out while it was prepared', async () => {
    const run = prepared<unknown, unknown, void>({
      prepare: async () => seat.leave(),
      execute: (cx) => cx.takeNumber('R'),
    });
    await expect(dispatch.command(call, newId(), run)).rejects.toMatchObject({ refusal: { code: 'sign-in.required' } });
    expect(entries()).toEqual([]);
  });

  it('has a time after every earlier one, whatever the clock does', async () => {
    for (const ms of [0, 0, -1000, 5000]) {
      nowMs = msOf(startedAt) + ms;
      await dispatch.command(call, newId(), () => undefined);
    }
    expect(entries().map(({ at }) => at)).toEqual([0, 1, 2, 5000].map((ms) => instantOf(msOf(startedAt) + ms)));
  });

  it('whose COMMIT failed although it was written is found after reopening, not done again', async () => {
    const entryId = newId();
    vi.spyOn(storage, 'transact').mockImplementationOnce((work) => {
      storage.transact(work);
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
    });
    expect(await dispatch.command(call, entryId, (cx) => cx.takeNumber('R'))).toBe('R-NRB01-1A-000001');
    expect([entries().length, onStorageFailure.mock.calls]).toEqual([1, [['input-output']]]);
  });

  it.each([
    ['SQLITE_FULL', 'storage.disk-full'],
    ['ENOSPC', 'storage.disk-full'],
    ['SQLITE_IOERR_WRITE', 'storage.read-only'],
    ['SQLITE_READONLY', 'storage.read-only'],
  ])('that meets %s is refused with %s, and the next one is done', async (code, refused) => {
    const failing = dispatch.command(call, newId(), (cx) => {
      note(cx, 'lost');
      throw Object.assign(new Error('the disk'), { code });
    });
    await expect(failing).rejects.toMatchObject({ refusal: { code: refused } });
    await dispatch.command(call, newId(), (cx) => note(cx, 'next'));
    expect(notes()).toEqual(['next']);
  });
});

describe('typing', () => {
  it('is stored whole or not at all, and stands in no journal', async () => {
    await dispatch.keep(keeping, (cx) => note(cx, 'kept'));
    const half = dispatch.keep(keeping, (cx) => {
      note(cx, 'half');
      throw new AppError('act.wrong-state');
    });
    await expect(half).rejects.toMatchObject({ refusal: { code: 'act.wrong-state' } });
    expect([notes(), entries()]).toEqual([['kept'], []]);
  });
});

describe('a guard', () => {
  const stop = refusal('storage.disk-full', { free: 1 });
  const refused = { refusal: stop };
  const run = prepared<unknown, unknown, void>({
    prepare: async () => {
      preparations += 1;
    },
    execute: (cx) => cx.takeNumber('R'),
  });
  let preparations: number;
  beforeEach(() => {
    preparations = 0;
  });

  it('stops an act of its kind before anything is prepared, and no other', async () => {
    guard.mockImplementation(({ kind }) => (kind === 'applications.open' ? stop : undefined));
    await expect(dispatch.command(call, newId(), run)).rejects.toMatchObject(refused);
    await expect(dispatch.command(call, newId(), (cx) => cx.takeNumber('R'))).rejects.toMatchObject(refused);
    expect(await dispatch.command({ ...call, name: 'applications.cancel' }, newId(), run)).toBe('R-NRB01-1A-000001');
    expect([preparations, entries().length]).toEqual([1, 1]);
  });

  it('is asked again once the act is prepared, because it may have moved in between', async () => {
    guard.mockReturnValueOnce(undefined).mockReturnValueOnce(stop);
    await expect(dispatch.command(call, newId(), run)).rejects.toMatchObject(refused);
    expect([preparations, entries()]).toEqual([1, []]);
  });

  it('does not stand between an act that was done and its answer, nor before typing, questions and who may not act', async () => {
    const entryId = newId();
    await dispatch.command(call, entryId, run);
    guard.mockReturnValue(stop);
    expect(await dispatch.command(call, entryId, run)).toBe('R-NRB01-1A-000001');
    await dispatch.keep(keeping, (cx) => note(cx, 'kept'));
    expect([await dispatch.query(call, () => 'read'), notes()]).toEqual(['read', ['kept']]);
    seat.leave();
    await expect(dispatch.command(call, newId(), run)).rejects.toMatchObject({ refusal: { code: 'sign-in.required' } });
  });
});
