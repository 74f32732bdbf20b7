import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type * as z from 'zod';
import type { queueItem } from '#shared/contract/queue.ts';
import type { Change, EntryAnswer } from '#shared/protocol/messages.ts';
import { enrolAnswer } from './enrol-answer.ts';
import { hubTime, openScriptedHub } from './scripted-hub.ts';
import { registryVehicle } from './transfer-body.ts';
import type { CommandContext } from '#core/context.ts';
import { appendEntry } from '#core/journal/journal.ts';
import { findIdentity, storeIdentity, type OfficeIdentity } from '#core/office/identity.ts';
import { openOfficeFile } from '#core/start/open-file.ts';
import { newDeviceKeys } from '#core/sync/enrol.ts';
import { queueHandlers } from '#core/sync/queue.ts';
import { openSync, type Sync } from '#core/sync/runner.ts';

type QueueItem = z.output<typeof queueItem>;

export const clerk = { id: randomUUID(), name: 'Wanjiru', roles: ['clerk'] } as const;
const supervisor = { id: randomUUID(), name: 'Mutiso', roles: ['supervisor'] } as const;
export const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });

/** An office file and its real sync before a hub that says what the test wants. */
export async function openPc() {
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
export const refused =
  (code: string) =>
  ({ entryId }: { entryId: string }): EntryAnswer => ({ entryId, outcome: 'refused', hubReceipt: 'r', code, facts: {} });
export const vehicles = (count: number): Change[] =>
  Array.from({ length: count }, (_, n) => {
    const vehicle = { ...registryVehicle(), plate: `KMA${String(n).padStart(3, '0')}A`, chassis: `CHASSIS${n}` };
    return { kind: 'vehicle', key: vehicle.plate, body: vehicle };
  });
export const gone = (...plates: string[]): Change[] => plates.map((key) => ({ kind: 'gone', key, body: { kind: 'vehicle', key } }));
export const plateOf = (n: number) => `KMA${String(n).padStart(3, '0')}A`;

export type SyncPc = Awaited<ReturnType<typeof openPc>>;
