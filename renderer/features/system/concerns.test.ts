import { expect, test } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { concernsOf } from './concerns.ts';
import type { SystemFacts } from './system-facts.ts';

const at = toInstant('2026-11-24T10:00:00.000Z');
const good: SystemFacts = {
  system: {
    deviceId: 'one',
    epochs: [],
    clock: { state: 'right', hubAheadMs: 120, behindLastActMs: 0, lastActAt: at },
    disk: { state: 'ample', freeBytes: 9e9, lowBytes: 1e9, noScansBytes: 3e8 },
    limits: {
      state: 'within',
      setBy: 'kaunta',
      aloneSince: at,
      waiting: 0,
      warnAt: at,
      stopAt: at,
      warnAtWaiting: 400,
      stopAtWaiting: 500,
      stoppedKinds: [],
    },
  },
  copies: {
    folder: '/media/usb',
    isDefault: false,
    sameDisk: false,
    freeBytes: 9e9,
    lastBackup: { name: 'one', kind: 'half-hour', at, bytes: 1000, good: true },
    lastCheck: { at, kind: 'quick', ok: true },
    behind: null,
    working: null,
    backups: [],
    usedBytes: 0,
    budgetBytes: 1,
    escrowSentAt: at,
    recoveryCodeMadeAt: at,
  },
  standing: {
    epoch: { epoch: 1, seriesLetter: 'A', why: 'enrolled', at },
    proof: null,
    alarms: [],
    device: { state: 'working', by: null, at: null, reason: '' },
    deferredChanges: 0,
  },
  isPullHeld: false,
};
const namesOf = (facts: Partial<SystemFacts>, isPractice = false) => concernsOf({ ...good, ...facts }, isPractice).map(({ name }) => name);

test('a PC that is in order needs nobody', () => {
  expect(namesOf({})).toEqual([]);
});

test('what is graver stands first', () => {
  const system = { ...good.system, disk: { ...good.system.disk, state: 'low' as const } };
  const copies = { ...good.copies, behind: { since: at, why: 'missing' as const } };
  expect(namesOf({ system, copies, isPullHeld: true })).toEqual(['copies-behind', 'pull-held', 'disk-low']);
});

test('damage is said before a copy that is behind, and once', () => {
  const copies = { ...good.copies, behind: { since: at, why: 'failing' as const }, lastCheck: { at, kind: 'full' as const, ok: false } };
  expect(namesOf({ copies })).toEqual(['copies-damaged']);
});

test('a practice office is not asked for a second disk or a safe', () => {
  const copies = { ...good.copies, sameDisk: true, recoveryCodeMadeAt: null };
  expect(namesOf({ copies })).toEqual(['copies-same-disk', 'key-no-code']);
  expect(namesOf({ copies }, true)).toEqual([]);
});
