import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { instantPlusMs, toInstant, type Instant } from '#shared/base/instant.ts';
import { enrolAnswer } from '#tests/support/enrol-answer.ts';
import { appendEntry, businessTime } from '../journal/journal.ts';
import { findIdentity, storeIdentity } from '../office/identity.ts';
import { openOfficeFile } from '../start/open-file.ts';
import { newDeviceKeys } from '../sync/enrol.ts';
import { openOfflineGuard } from './offline-guard.ts';

const dayMs = 24 * 60 * 60_000;
const enrolledAt = toInstant('2026-11-02T06:00:00.000Z');

/** A PC that was enrolled three weeks ago and has not heard the hub since, with a clock that a test may set. */
async function openPc() {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-alone-'));
  const storage = await openOfficeFile(folder, randomBytes(32));
  onTestFinished(async () => {
    storage.close();
    await rm(folder, { recursive: true });
  });
  const office = { code: 'NRB01', name: 'Nairobi', registrar: false };
  const answer = enrolAnswer({ deviceNo: 2, office });
  storage.transact((db) => storeIdentity(db, { answer, hubUrl: '', keys: newDeviceKeys(), at: enrolledAt }));
  const identity = findIdentity(storage.reader);
  if (!identity) throw new Error('The PC was just enrolled');
  const clock = { at: instantPlusMs(enrolledAt, 21 * dayMs), steadyMs: 0 };
  const now = () => Date.parse(clock.at);
  const heard: (() => void)[] = [];
  const { guard, standing } = openOfflineGuard({
    reader: () => storage.reader,
    onContact: (listener) => heard.push(listener),
    now,
    steadyNow: () => clock.steadyMs,
  });
  const businessNow = () => businessTime(storage.reader, now());
  return {
    clock,
    hubIsHeard: () => heard.forEach((listener) => listener()),
    standing: () => standing(businessNow()),
    refused: (kind: string) => guard({ kind, db: storage.reader, now: businessNow(), office: identity })?.code,
    act: (scope: 'office' | 'device' = 'device') => {
      const actor = { id: identity.deviceId, name: 'Achieng', roles: [] };
      const entry = {
        entryId: crypto.randomUUID(),
        actor,
        kind: 'applications.open',
        subject: '',
        scope,
        payload: null,
        reply: null,
      } as const;
      storage.transact((db) => appendEntry(db, identity, { ...entry, at: businessTime(db, now()) }));
    },
  };
}

it('a PC that never heard the hub again is alone since its enrolment', async () => {
  const pc = await openPc();
  expect([pc.standing().aloneSince, pc.refused('applications.open'), pc.refused('applications.submit')]).toEqual([
    enrolledAt,
    'limits.too-long-alone',
    undefined,
  ]);
});

it('one word of the hub ends it at once', async () => {
  const pc = await openPc();
  pc.hubIsHeard();
  expect([pc.refused('applications.open'), pc.standing().state]).toEqual([undefined, 'within']);
});

it('a hub that is heard but takes nothing does not end it, because what was done here is still only here', async () => {
  const pc = await openPc();
  const at: Instant = instantPlusMs(enrolledAt, 5 * dayMs);
  pc.clock.at = at;
  pc.act('office');
  pc.clock.at = instantPlusMs(at, 8 * dayMs);
  pc.hubIsHeard();
  expect([pc.standing().aloneSince, pc.refused('applications.open')]).toEqual([at, 'limits.too-long-alone']);
});

it('a clock that was far ahead during an act stops nothing once it is right again and the hub is heard', async () => {
  const pc = await openPc();
  const right = pc.clock.at;
  pc.clock.at = instantPlusMs(right, 400 * dayMs);
  pc.act();
  pc.clock.at = right;
  expect(pc.refused('applications.open')).toBe('limits.too-long-alone');
  pc.hubIsHeard();
  expect(pc.refused('applications.open')).toBeUndefined();
});

it('a clock set back after the hub was heard buys no time', async () => {
  const pc = await openPc();
  pc.hubIsHeard();
  pc.act();
  pc.clock.steadyMs += 8 * dayMs;
  for (const at of [pc.clock.at, instantPlusMs(pc.clock.at, 8 * dayMs), enrolledAt]) {
    pc.clock.at = at;
    expect(pc.refused('applications.open')).toBe('limits.too-long-alone');
  }
});
