import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type * as z from 'zod';
import type { queueItem } from '#shared/contract/queue.ts';
import type { Change, EntryAnswer } from '#shared/protocol/messages.ts';
import { enrolAnswer } from '#tests/support/enrol-answer.ts';
import { appliedAnswer, hubTime, openScriptedHub } from '#tests/support/scripted-hub.ts';
import { registryVehicle } from '#tests/support/transfer-body.ts';
import type { CommandContext } from '../context.ts';
import { appendEntry, findHead } from '../journal/journal.ts';
import { verifyJournal } from '../journal/verify.ts';
import { deviceState } from '../office/device-state.ts';
import { findIdentity, storeIdentity, type OfficeIdentity } from '../office/identity.ts';
import { openOfficeFile } from '../start/open-file.ts';
import { findVehicle } from '../vehicles/store.ts';
import { newDeviceKeys } from './enrol.ts';
import { pushReply } from './push-reply.ts';
import { queueHandlers } from './queue.ts';
import { openSync, type Sync } from './runner.ts';
import { noteTries } from './store.ts';

type QueueItem = z.output<typeof queueItem>;

const clerk = { id: randomUUID(), name: 'Wanjiru', roles: ['clerk'] } as const;
const supervisor = { id: randomUUID(), name: 'Mutiso', roles: ['supervisor'] } as const;
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });

/** An office file and its real sync before a hub that says what the test wants. */
async function openPc() {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-sync-file-'));
  const storage = await openOfficeFile(folder, randomBytes(32));
  const identity = (): OfficeIdentity => findIdentity(storage.reader) as OfficeIdentity;
  const hub = openScriptedHub(() => identity().deviceId);
  storage.transact((db) =>
    storeIdentity(db, { answer: enrolAnswer({ hubKey: hub.hubKey }), hubUrl: 'http://hub', keys: newDeviceKeys(), at: hubTime }),
  );
  let sync: Sync | undefined;
  onTestFinished(async () => {
    await sync?.close();
    storage.close();
    await rm(folder, { recursive: true });
  });
  const running = () => sync as Sync;
  const write = (kind = 'settings.setOffice', subject = 'office:NRB01', actor: CommandContext['actor'] = clerk): string => {
    const entryId = randomUUID();
    storage.transact((db) =>
      appendEntry(db, identity(), { entryId, at: hubTime, actor, kind, subject, scope: 'office', payload: { n: 1 }, reply: null }),
    );
    sync?.wake();
    return entryId;
  };
  return {
    storage,
    hub,
    identity,
    write,
    start: () => {
      sync = openSync({
        storage,
        hub: hub.client,
        vault: { get: () => Promise.reject(new Error('no scans')) },
        now: Date.now,
        random: () => 0,
        newId: randomUUID,
        announce: () => undefined,
        log: () => undefined,
        line: { cut: false },
      });
    },
    stop: async () => {
      await sync?.close();
      sync = undefined;
    },
    sync: running,
    pullAgain: () => running().tryNow(),
    queue: () => handlers(running()).list({ db: storage.reader } as never, {}) as readonly QueueItem[],
    standing: () => handlers(running()).standing({ db: storage.reader } as never, {}),
    guard: () => handlers(running()).pullGuard({ db: storage.reader } as never, {}),
    /** One act of the queue's, as dispatch carries it out. */
    act: <N extends 'discard' | 'offerAgain' | 'letPull' | 'leave'>(
      name: N,
      input: unknown,
      actor: CommandContext['actor'] = supervisor,
    ) => {
      const after: (() => void)[] = [];
      const left = { subject: 'office:NRB01', payload: input };
      const entryId = randomUUID();
      storage.transact((db) => {
        const cx = {
          db,
          now: hubTime,
          office: identity(),
          actor,
          entryId,
          newId: randomUUID,
          setSubject: (subject: string) => (left.subject = subject),
          setPayload: (payload: unknown) => (left.payload = payload),
          afterCommit: (effect: () => void) => after.push(effect),
          announce: () => undefined,
        };
        (handlers(running())[name] as (cx: unknown, input: unknown) => unknown)(cx, input);
        const entry = { entryId, at: hubTime, actor, kind: `queue.${name}`, scope: 'office', ...left, reply: null } as const;
        appendEntry(db, identity(), entry);
      });
      after.forEach((effect) => effect());
      running().wake();
      return left;
    },
    outcomes: () =>
      storage.reader
        .all<{ seq: number; outcome: string }>('SELECT seq, outcome FROM entry_answer ORDER BY seq')
        .map(({ seq, outcome }) => [seq, outcome]),
  };
}

const handlers = (sync: Sync) => queueHandlers(sync);
const refused =
  (code: string) =>
  ({ entryId }: { entryId: string }): EntryAnswer => ({ entryId, outcome: 'refused', hubReceipt: 'r', code, facts: {} });
const vehicles = (count: number): Change[] =>
  Array.from({ length: count }, (_, n) => {
    const vehicle = { ...registryVehicle(), plate: `KMA${String(n).padStart(3, '0')}A`, chassis: `CHASSIS${n}` };
    return { kind: 'vehicle', key: vehicle.plate, body: vehicle };
  });
const gone = (...plates: string[]): Change[] => plates.map((key) => ({ kind: 'gone', key, body: { kind: 'vehicle', key } }));
const plateOf = (n: number) => `KMA${String(n).padStart(3, '0')}A`;

describe('the hub’s signature under what it took', () => {
  it('is kept where it is the pinned hub’s, newest only', async () => {
    const pc = await openPc();
    pc.start();
    pc.write();
    await eventually(() => expect(pc.standing()).toMatchObject({ proof: { seq: 1, signedAt: hubTime }, alarms: [] }));
    pc.write();
    await eventually(() => expect(pc.standing()).toMatchObject({ proof: { seq: 2 } }));
    expect(pc.storage.reader.all('SELECT seq FROM countersign')).toHaveLength(1);
  });

  it.each([
    ['forged', 'countersign-wrong'],
    ['of-another-row', 'countersign-wrong'],
    ['none', 'countersign-missing'],
  ] as const)('that is %s raises an alarm and is not kept, and its answers are answers', async (how, code) => {
    const pc = await openPc();
    pc.hub.says.countersign = how;
    pc.start();
    pc.write();
    await eventually(() => expect(pc.outcomes()).toEqual([[1, 'applied']]));
    expect(pc.standing()).toMatchObject({ proof: null, alarms: [{ code, times: 1 }] });
  });
});

describe('a file that was set back', () => {
  it('goes on under the next letter from the hub’s last row, keeps what stands on its branch for a supervisor, and sends the rest', async () => {
    const pc = await openPc();
    const answered = pc.write();
    pc.start();
    await eventually(() => expect(pc.outcomes()).toEqual([[1, 'applied']]));
    await pc.stop();
    const lost = pc.write('applications.cancel', 'application:1');
    const theirs = { epoch: 1, seq: 7, hash: 'cd'.repeat(32) };
    pc.hub.says.head = theirs;
    pc.hub.says.push = ([first]) => {
      if (first?.epoch !== 1) return undefined;
      return { kind: 'refusal', status: 409, code: 'chain.fork', facts: { seq: first.seq }, retryAfterMs: null };
    };
    pc.start();
    await eventually(() =>
      expect(pc.outcomes()).toEqual([
        [1, 'applied'],
        [8, 'applied'],
      ]),
    );
    expect(pc.standing()).toMatchObject({ epoch: { epoch: 2, seriesLetter: 'B', why: 'set-back' } });
    expect(pc.hub.pushed.at(-1)).toMatchObject([{ seq: 8, epoch: 2, kind: 'devices.openEpoch', previousHash: theirs.hash }]);
    expect(pc.queue()).toMatchObject([{ entryId: lost, state: 'set-aside', reason: { code: 'forked', facts: { code: 'chain.fork' } } }]);
    expect(verifyJournal(pc.storage.reader, pc.identity().deviceId).faults).toEqual([]);
    expect(answered).not.toBe(lost);

    pc.act('offerAgain', { entryId: lost });
    await eventually(() => expect(pc.outcomes().map(([seq]) => seq)).toEqual([1, 8, 9, 10]));
    expect(pc.hub.pushed.flat().filter(({ epoch, kind }) => epoch === 2 && kind === 'applications.cancel')).toMatchObject([
      { actor: { name: 'Wanjiru' }, payload: '{"n":1}' },
    ]);
    expect(pc.queue()).toEqual([]);
  });

  it('begins one new epoch only; where the hub then has a newer one, another copy is at work, and nothing is sent until a person looks', async () => {
    const pc = await openPc();
    pc.write();
    pc.hub.says.push = () => ({ kind: 'refusal', status: 409, code: 'chain.epoch', facts: {}, retryAfterMs: null });
    pc.hub.says.head = { epoch: 2, seq: 7, hash: 'cd'.repeat(32) };
    pc.start();
    await eventually(() => expect(pc.identity().epoch).toBe(3));
    pc.hub.says.head = { epoch: 4, seq: 9, hash: 'ef'.repeat(32) };
    await eventually(() => {
      pc.sync().wake();
      expect(pc.sync().status().reason === 'twin' || pc.identity().epoch > 3).toBe(true);
    });
    expect([pc.identity().epoch, pc.standing()]).toMatchObject([3, { alarms: [{ code: 'twin' }] }]);
  });
});

describe('a hub that was restored from an older state', () => {
  it('gets again what it has lost, also with nothing new to send, and another answer than before is kept for a person', async () => {
    const pc = await openPc();
    const ids = [pc.write(), pc.write('applications.cancel', 'application:1'), pc.write()];
    pc.start();
    await eventually(() => expect(pc.outcomes()).toHaveLength(3));
    const first = pc.hub.pushed.flat()[0];
    pc.hub.says.head = { epoch: 1, seq: 1, hash: first?.hash ?? '' };
    pc.hub.says.answer = (entry) => (entry.entryId === ids[1] ? refused('act.wrong-state')(entry) : appliedAnswer(entry));
    pc.pullAgain();
    await eventually(() => expect(pc.hub.pushed.at(-1)?.map(({ seq }) => seq)).toEqual([2, 3]));
    await eventually(() => expect(pc.queue()).toMatchObject([{ entryId: ids[1], state: 'conflict', reason: { code: 'answer-differs' } }]));
    expect(pc.queue()[0]?.reason?.facts).toMatchObject({ before: 'applied', now: 'refused', code: 'act.wrong-state' });
    expect(pc.outcomes()).toEqual([
      [1, 'applied'],
      [2, 'applied'],
      [3, 'applied'],
    ]);
    expect(pc.storage.reader.all('SELECT seq FROM entry_again')).toEqual([]);

    pc.act('discard', { entryId: ids[1], reason: 'Looked at with the head office' });
    expect(pc.queue().filter(({ entryId }) => entryId === ids[1])).toEqual([]);
  });

  it('is sent everything from where it says that it expects more', async () => {
    const pc = await openPc();
    for (let n = 0; n < 4; n += 1) pc.write();
    pc.start();
    await eventually(() => expect(pc.outcomes()).toHaveLength(4));
    pc.hub.says.push = (batch) =>
      (batch[0]?.seq ?? 0) > 2
        ? { kind: 'refusal', status: 409, code: 'chain.gap', facts: { expected: 2 }, retryAfterMs: null }
        : undefined;
    pc.write();
    await eventually(() => expect(pc.outcomes()).toHaveLength(5));
    expect(pc.hub.pushed.at(-1)?.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
  });

  it('counts its changes anew, so that all of them are asked for and applied again', async () => {
    const pc = await openPc();
    pc.hub.says.changes = vehicles(3);
    pc.start();
    await eventually(() => expect(pc.storage.reader.get('SELECT pull_cursor AS at FROM sync_state')).toEqual({ at: '0:3' }));
    pc.storage.transact((db) => db.run('DELETE FROM vehicle'));
    pc.hub.says.feed = 'feed 2';
    pc.pullAgain();
    await eventually(() => expect(findVehicle(pc.storage.reader, plateOf(2))).toBeDefined());
    expect(pc.storage.reader.get('SELECT pull_cursor AS at, feed FROM sync_state')).toEqual({ at: '0:3', feed: 'feed 2' });
  });
});

describe('removals beyond measure', () => {
  const openWithRemovals = async (count: number) => {
    const pc = await openPc();
    pc.hub.says.changes = vehicles(100);
    pc.start();
    await eventually(() => expect(findVehicle(pc.storage.reader, plateOf(99))).toBeDefined());
    pc.hub.says.changes = [...pc.hub.says.changes, ...gone(...Array.from({ length: count }, (_, n) => plateOf(n))), ...vehicles(1)];
    pc.pullAgain();
    return pc;
  };
  const known = (pc: Awaited<ReturnType<typeof openPc>>) =>
    pc.storage.reader.get<{ count: number }>('SELECT count(*) AS count FROM vehicle')?.count;

  it('below a tenth go through unasked', async () => {
    const pc = await openWithRemovals(9);
    await eventually(() => expect(known(pc)).toBe(92));
    expect(pc.guard()).toBeNull();
  });

  it('stand still with their whole page until a supervisor allows them', async () => {
    const pc = await openWithRemovals(10);
    await eventually(() => expect(pc.guard()).toMatchObject({ state: 'asking', kind: 'vehicle', gone: 10, known: 100 }));
    expect([known(pc), pc.sync().status().reason]).toEqual([100, 'pull-held']);
    pc.act('letPull', { decision: 'allow' });
    await eventually(() => expect(known(pc)).toBe(91));
    expect([pc.guard(), pc.sync().status().reason]).toEqual([null, null]);
  });

  it('that somebody said no to stay out, also after a restart', async () => {
    const pc = await openWithRemovals(60);
    await eventually(() => expect(pc.guard()).toMatchObject({ state: 'asking' }));
    pc.act('letPull', { decision: 'keep' });
    expect(pc.guard()).toMatchObject({ state: 'kept', decidedBy: 'Mutiso' });
    await pc.stop();
    pc.start();
    await eventually(() => expect(pc.sync().status().reason).toBe('pull-held'));
    expect([known(pc), pc.guard()]).toMatchObject([100, { state: 'kept' }]);
  });

  it('are counted over all pages of a run', async () => {
    const pc = await openPc();
    pc.hub.says.changes = vehicles(100);
    pc.start();
    await eventually(() => expect(findVehicle(pc.storage.reader, plateOf(99))).toBeDefined());
    const quiet = vehicles(46);
    pc.hub.says.changes = [
      ...pc.hub.says.changes,
      ...gone(...[1, 2, 3, 4].map(plateOf)),
      ...quiet,
      ...gone(...[5, 6, 7, 8, 9, 10].map(plateOf)),
    ];
    pc.pullAgain();
    await eventually(() => expect(pc.guard()).toMatchObject({ gone: 10, known: 100 }));
  });
});

describe('words that this version does not know', () => {
  it('are kept and applied once it does, in the order in which they came, unless something newer was said since', async () => {
    const pc = await openPc();
    const [first, second] = vehicles(2);
    const kept = (change: Change | undefined, colour: string) => ({ ...change, body: { ...(change?.body as object), colour } });
    pc.storage.transact((db) => {
      for (const { kind, key, body } of [kept(first, 'red'), kept(first, 'blue'), kept(second, 'old')] as Change[])
        db.run('INSERT INTO deferred_change (kind, key, body, received_at) VALUES (?, ?, ?, ?)', kind, key, JSON.stringify(body), hubTime);
      db.run(`INSERT INTO deferred_change (kind, key, body, received_at) VALUES ('lease', 'L-1', '{}', ?)`, hubTime);
      db.run('UPDATE deferred_change SET outdated_at = ? WHERE key = ?', hubTime, second?.key ?? '');
    });
    pc.start();
    expect(findVehicle(pc.storage.reader, first?.key ?? '')).toMatchObject({ colour: 'blue' });
    expect(findVehicle(pc.storage.reader, second?.key ?? '')).toBeUndefined();
    expect(pc.storage.reader.all('SELECT key FROM deferred_change WHERE outdated_at IS NULL')).toEqual([{ key: 'L-1' }]);
    expect(pc.standing()).toMatchObject({ deferredChanges: 1 });
  });

  it('in one answer spoil no other, and its entry waits', async () => {
    const pc = await openPc();
    const ids = [pc.write(), pc.write()];
    const read = pushReply.parse({
      answers: [
        { entryId: ids[0], outcome: 'parked', until: 'later' },
        { entryId: ids[1], outcome: 'applied', hubReceipt: 'r', note: 'of tomorrow' },
      ],
      countersign: { of: 'tomorrow' },
      head: { epoch: 1, seq: 2, hash: '0'.repeat(64) },
      hubTime,
    });
    expect(read.countersign).toBeNull();
    pc.hub.says.answer = ({ entryId }) => read.answers.find((answer) => answer.entryId === entryId) as EntryAnswer;
    pc.start();
    await eventually(() => expect(pc.outcomes()).toEqual([[2, 'applied']]));
    expect(pc.queue()).toMatchObject([
      { entryId: ids[0], state: 'waiting-for', reason: { code: 'answer-unknown', facts: { outcome: 'parked' } } },
    ]);
  });
});

describe('what a supervisor takes off the list', () => {
  it('leaves it alone, stays in the journal, and nothing else of its subject leaves with it', async () => {
    const pc = await openPc();
    pc.hub.says.answer = (entry) => (entry.kind === 'applications.cancel' ? refused('act.wrong-state')(entry) : appliedAnswer(entry));
    const [one, two] = [pc.write('applications.cancel', 'application:1'), pc.write('applications.cancel', 'application:2')];
    pc.start();
    await eventually(() => expect(pc.queue()).toMatchObject([{ state: 'refused' }, { state: 'refused' }]));
    const own = () => pc.act('discard', { entryId: one, reason: 'A reason' }, clerk);
    expect(own).toThrow('queue.own-act');
    expect(pc.act('discard', { entryId: one, reason: 'A reason' })).toMatchObject({
      subject: 'application:1',
      payload: { entryId: one, kind: 'applications.cancel', reason: 'A reason' },
    });
    expect(pc.queue().map(({ entryId }) => entryId)).toContain(two);
    expect(pc.queue().map(({ entryId }) => entryId)).not.toContain(one);
    expect(() => pc.act('discard', { entryId: one, reason: 'Once more' })).toThrow('act.not-found');
    expect(() => pc.act('offerAgain', { entryId: two })).toThrow('queue.cannot-offer');
  });

  it('does not settle another refusal of the same case', async () => {
    const pc = await openPc();
    pc.hub.says.answer = (entry) => (entry.kind === 'applications.cancel' ? refused('act.wrong-state')(entry) : appliedAnswer(entry));
    const aside = pc.write('applications.confirm', 'application:1');
    const open = pc.write('applications.cancel', 'application:1');
    pc.storage.transact((db) => noteTries(db, [1], { reason: { code: 'set-aside', facts: {} }, at: hubTime }));
    pc.start();
    await eventually(() => expect(pc.queue()).toMatchObject([{ state: 'set-aside' }, { state: 'refused' }]));
    pc.act('discard', { entryId: aside, reason: 'A reason' });
    await eventually(() => expect(pc.queue()).toMatchObject([{ entryId: open, state: 'refused' }]));
    await eventually(() => expect(pc.outcomes()).toHaveLength(2));
    expect(pc.queue()).toHaveLength(1);
  });
});

describe('what was sent', () => {
  it('is counted by entry, every try', async () => {
    const pc = await openPc();
    pc.write();
    let tries = 0;
    pc.hub.says.push = () =>
      (tries += 1) < 3 ? { kind: 'refusal', status: 500, code: 'hub.fault', facts: {}, retryAfterMs: null } : undefined;
    pc.start();
    await eventually(() => expect(pc.outcomes()).toHaveLength(1));
    expect(pc.storage.reader.get('SELECT sent FROM entry_bytes WHERE seq = 1')).toEqual({ sent: 300 });
  });
});

describe('a PC that is to stop', () => {
  const word = (pc: Awaited<ReturnType<typeof openPc>>, deviceId = pc.identity().deviceId): Change => ({
    kind: 'device',
    key: deviceId,
    body: { deviceId, state: 'retiring', at: hubTime, reason: 'Old' },
  });

  it('sends what it has, says goodbye once with the end of its journal, and has left', async () => {
    const pc = await openPc();
    pc.hub.says.changes = [word(pc)];
    pc.hub.says.push = () => ({ kind: 'refusal', status: 503, code: 'hub.busy', facts: {}, retryAfterMs: null });
    pc.write();
    pc.start();
    await eventually(() => expect(deviceState(pc.storage.reader)).toMatchObject({ state: 'retiring', by: 'hub', reason: 'Old' }));
    expect(pc.hub.left).toEqual([]);
    pc.hub.says.push = undefined;
    await eventually(() => expect(deviceState(pc.storage.reader).state).toBe('left'));
    expect(pc.hub.left).toEqual([`1:${findHead(pc.storage.reader)?.seq}`]);
    expect(pc.sync().status().reason).toBe('device.left');
  });

  it('is not its neighbour in the same office', async () => {
    const pc = await openPc();
    pc.hub.says.changes = [word(pc, randomUUID())];
    pc.start();
    await eventually(() => expect(pc.storage.reader.get('SELECT pull_cursor AS at FROM sync_state')).toEqual({ at: '0:1' }));
    expect(deviceState(pc.storage.reader).state).toBe('working');
  });

  it('may not leave for another office while something lies here, and is told what', async () => {
    const pc = await openPc();
    pc.hub.says.answer = refused('act.wrong-state');
    const entryId = pc.write('applications.cancel', 'application:1');
    pc.start();
    await eventually(() => expect(pc.queue()).toMatchObject([{ state: 'refused' }]));
    const leave = () => pc.act('leave', { reason: 'To Kisumu' });
    expect(leave).toThrow('queue.not-empty');
    pc.hub.says.answer = appliedAnswer;
    pc.act('discard', { entryId, reason: 'Never mind' });
    await eventually(() => expect(pc.outcomes()).toHaveLength(2));
    leave();
    await eventually(() => expect(deviceState(pc.storage.reader)).toMatchObject({ state: 'left', by: 'office', reason: 'To Kisumu' }));
  });

  it('that the hub has shut out is locked at once, and is at work again as soon as the hub answers it', async () => {
    const pc = await openPc();
    pc.hub.says.pull = { kind: 'refusal', status: 401, code: 'device.revoked', facts: {}, retryAfterMs: null };
    pc.start();
    await eventually(() => expect(deviceState(pc.storage.reader).state).toBe('revoked'));
    await pc.stop();
    pc.hub.says.pull = undefined;
    pc.start();
    await eventually(() => expect(deviceState(pc.storage.reader).state).toBe('working'));
  });
});
