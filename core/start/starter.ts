import path from 'node:path';
import type * as z from 'zod';
import { instantOf } from '#shared/base/instant.ts';
import type { start } from '#shared/contract/start.ts';
import type { Changes } from '../changes.ts';
import { makeFolder, renamePatiently } from '../documents/durable-file.ts';
import type { Host } from '../host.ts';
import type { Unlocking } from '../keys/key-file.ts';
import { openEpoch } from '../office/epoch.ts';
import type { RunningOffice } from '../open-office.ts';
import type { Seat } from '../people/seat.ts';
import { AppError } from '../refusal.ts';
import type { Storage } from '../storage.ts';
import { enrolDevice } from '../sync/enrol.ts';
import { answerBeforeOpen } from './before-open.ts';
import { createFirstAdmin } from './first-admin.ts';
import { takeLease } from './lease.ts';
import { openFolder } from './open-folder.ts';
import { shownWay } from './recovery.ts';
import { openStartState, type Phase, type StartStatus } from './start-state.ts';
import { officeFolder, openWays, type Ways } from './ways.ts';

/** Leads from an empty folder, or a locked one, to an office at work. */
export interface Starter {
  readonly office: () => RunningOffice | undefined;
  readonly answer: (name: string, call: StartCall) => unknown;
  readonly close: () => Promise<void>;
}

export interface StartCall {
  readonly seat: Seat;
  readonly input: unknown;
  readonly entryId: string;
}

export interface StarterDeps {
  readonly host: Host;
  readonly changes: Changes;
  readonly newId: () => string;
}

export async function openStarter({ host, changes, newId }: StarterDeps): Promise<Starter> {
  const lease = await takeLease(host.dataDir);
  const state = openStartState(host, changes);
  const ways = openWays({ host, changes, state, newId });
  const steps: Readonly<Record<string, Step>> = { ...entrySteps(ways), ...recoverySteps(ways), 'start.createAdmin': adminStep(ways) };
  void openAtStart(ways);
  return {
    office: () => (state.phase() === 'ready' ? state.office : undefined),
    answer: (name, call) => steps[name]?.(call) ?? answerBeforeOpen(name, call.input, { host, changes }),
    close: async () => {
      await state.settled();
      await state.office?.close();
      await ways.practice.close();
      await lease.release();
    },
  };
}

type Step = (call: StartCall) => Promise<unknown>;
type Input<P extends keyof typeof start> = z.output<(typeof start)[P]['input']>;

/** The ways in: practice, a first enrolment, a passphrase. Each has its own moment: nobody turns an office into another kind. */
function entrySteps(ways: Ways): Readonly<Record<string, Step>> {
  const { host, state, practice, unlockingWith } = ways;
  return {
    'start.status': () => Promise.resolve(state.status()),
    'start.choosePractice': () => {
      requirePhase(ways, 'first-start');
      return open(ways, () => {
        host.settings.set('mode', 'practice');
        return practice.open();
      });
    },
    'start.enrol': ({ input }) => {
      const { hubUrl, code, passphrase } = input as Input<'enrol'>;
      const enrol = () => enrolDevice({ hubUrl, code, fetch });
      requirePhase(ways, 'first-start');
      return open(ways, async () => {
        await openFolder(ways, { folder: officeFolder(host), unlocking: unlockingWith(passphrase), enrol });
        host.settings.set('mode', 'office');
        host.settings.set('hubUrl', hubUrl);
      });
    },
    'start.retry': async () => {
      if (state.phase() === 'failed' || state.phase() === 'recovery') await openAtStart(ways);
      return state.status();
    },
    'start.unlock': ({ input }) => {
      const { passphrase } = input as Input<'unlock'>;
      requirePhase(ways, 'locked');
      return open(ways, () => openKnown(ways, unlockingWith(passphrase)));
    },
  };
}

/** Each of them ends in the office, or on the page that says what can be done next. */
function recoverySteps(ways: Ways): Readonly<Record<string, Step>> {
  const { host, state, unlockingWith } = ways;
  return {
    'start.lookForCopies': async ({ input }) => {
      requirePhase(ways, 'recovery', 'first-start');
      await ways.recovery().lookIn((input as Input<'lookForCopies'>).folder);
      const reason = state.phase() === 'recovery' ? ways.lastFailure : new AppError('start.missing-file');
      state.become(await ways.afterFailure('recovery', unlockingWith(null))(reason));
      return state.status();
    },
    'start.enterRecoveryCode': async ({ input }) => {
      const { code, passphrase } = input as Input<'enterRecoveryCode'>;
      requirePhase(ways, 'recovery', 'locked');
      await ways.recovery().enterCode(code, unlockingWith(passphrase));
      await openAtStart(ways, unlockingWith(passphrase));
      return state.status();
    },
    'start.restore': () => {
      requirePhase(ways, 'recovery');
      return open(ways, () => restoreOffice(ways));
    },
    'start.enrolAnew': async () => {
      requirePhase(ways, 'left');
      const kept = path.join(host.dataDir, 'left', instantOf(host.now()).replaceAll(':', '-'));
      await makeFolder(path.dirname(kept));
      await renamePatiently(officeFolder(host), kept);
      host.settings.set('mode', 'none');
      state.left = null;
      state.become('first-start');
      return state.status();
    },
  };
}

function requirePhase({ state }: Ways, ...phases: readonly Phase[]): void {
  if (!phases.includes(state.phase())) throw new AppError('start.already-open');
}

/** From wherever the start stands: where it fails it stands there again, or on the page that can help. */
async function open(ways: Ways, work: () => Promise<void>): Promise<StartStatus> {
  const { state } = ways;
  const from = state.phase();
  await state.open(work, ways.afterFailure(from, ways.unlocking));
  return state.status();
}

async function restoreOffice(ways: Ways): Promise<void> {
  const { host, state, newId, unlocking } = ways;
  const { wayBack, setAside } = await ways.recovery().restore(unlocking);
  const prepare = (storage: Storage) => {
    const { seriesLetter } = storage.transact((db) => openEpoch(db, { why: 'restored', nowMs: host.now(), newId }));
    state.restored = { ...shownWay(wayBack), at: instantOf(host.now()), setAside, seriesLetter };
  };
  if (host.settings.get('mode') === 'practice') return ways.practice.open(prepare);
  await openFolder(ways, { folder: ways.folder(), unlocking, prepare });
  if (host.settings.get('mode') !== 'none') return;
  host.settings.set('mode', 'office');
  host.settings.set('hubUrl', state.office?.identity().hubUrl ?? '');
}

function adminStep({ host, changes, state, newId }: Ways): Step {
  return async ({ input, entryId }) => {
    const { storage, office } = state;
    if (!storage || !office) throw new AppError('sign-in.required');
    await createFirstAdmin({ storage, office: office.identity(), newId, entryId, nowMs: host.now() }, input as Input<'createAdmin'>);
    changes.announce(['start', 'people']);
    return {};
  };
}

/** What a PC that was set up before does by itself. A failure stands on the screen; there is nobody to throw it to. */
async function openAtStart(ways: Ways, unlocking = ways.unlockingWith(null)): Promise<void> {
  const { host, state, practice } = ways;
  const mode = host.settings.get('mode');
  if (mode === 'none' && state.phase() !== 'recovery') return;
  if (mode === 'office' && isLocked(unlocking)) return state.become('locked');
  const work = () => (mode === 'practice' ? practice.open() : openKnown(ways, unlocking));
  await state.open(work, ways.afterFailure('failed', unlocking)).catch(() => undefined);
}

/** A passphrase is needed, and nobody has typed one yet. */
function isLocked(unlocking: Unlocking): boolean {
  return unlocking.wrapping === 'passphrase' && unlocking.passphrase === '';
}

function openKnown(ways: Ways, unlocking: Unlocking): Promise<void> {
  ways.unlocking = unlocking;
  return openFolder(ways, { folder: officeFolder(ways.host), unlocking });
}
