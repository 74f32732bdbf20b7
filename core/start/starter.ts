import path from 'node:path';
import type * as z from 'zod';
import type { start } from '#shared/contract/start.ts';
import type { Changes } from '../changes.ts';
import type { Host } from '../host.ts';
import { findWrapping, type Unlocking } from '../keys/key-file.ts';
import type { RunningOffice } from '../open-office.ts';
import type { Seat } from '../people/seat.ts';
import { AppError } from '../refusal.ts';
import { enrolDevice } from '../sync/enrol.ts';
import { answerBeforeOpen } from './before-open.ts';
import { createFirstAdmin } from './first-admin.ts';
import { takeLease } from './lease.ts';
import { openFolder, type FolderDeps } from './open-folder.ts';
import { preparePractice, type PracticeOffice } from './practice-office.ts';
import { openStartState, type StartStatus } from './start-state.ts';

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
  const deps: FolderDeps = { host, changes, state };
  const practice = preparePractice(deps, newId);
  const steps: Readonly<Record<string, Step>> = { ...entrySteps(deps, practice), 'start.createAdmin': adminStep(deps, newId) };
  void openAtStart(deps, practice);
  return {
    office: () => (state.phase() === 'ready' ? state.office : undefined),
    answer: (name, call) => steps[name]?.(call) ?? answerBeforeOpen(name, call.input, { host, changes }),
    close: async () => {
      await state.settled();
      await state.office?.close();
      await practice.close();
      await lease.release();
    },
  };
}

type Step = (call: StartCall) => Promise<unknown>;
type Input<P extends keyof typeof start> = z.output<(typeof start)[P]['input']>;

/** The ways in: practice, a first enrolment, a passphrase. */
function entrySteps(deps: FolderDeps, practice: PracticeOffice): Readonly<Record<string, Step>> {
  const { host, state } = deps;
  /** Each way in has its own moment: nobody turns an office into another kind, open or locked. */
  const enter = async (from: StartStatus['phase'], work: () => Promise<void>): Promise<StartStatus> => {
    if (state.phase() !== from) throw new AppError('start.already-open');
    await state.open(work, from);
    return state.status();
  };
  return {
    'start.status': () => Promise.resolve(state.status()),
    'start.choosePractice': () =>
      enter('first-start', () => {
        host.settings.set('mode', 'practice');
        return practice.open();
      }),
    'start.enrol': ({ input }) => {
      const { hubUrl, code, passphrase } = input as Input<'enrol'>;
      const enrol = () => enrolDevice({ hubUrl, code, fetch });
      return enter('first-start', async () => {
        await openFolder(deps, { folder: officeFolder(host), unlocking: unlockingWith(host, passphrase), enrol });
        host.settings.set('mode', 'office');
        host.settings.set('hubUrl', hubUrl);
      });
    },
    'start.retry': async () => {
      if (state.phase() === 'failed') await openAtStart(deps, practice);
      return state.status();
    },
    'start.unlock': ({ input }) => {
      const { passphrase } = input as Input<'unlock'>;
      return enter('locked', () => openKnown(deps, passphrase));
    },
  };
}

function adminStep({ host, changes, state }: FolderDeps, newId: () => string): Step {
  return async ({ input, entryId }) => {
    const { storage, office } = state;
    if (!storage || !office) throw new AppError('sign-in.required');
    await createFirstAdmin({ storage, office: office.identity(), newId, entryId, nowMs: host.now() }, input as Input<'createAdmin'>);
    changes.announce(['start', 'people']);
    return {};
  };
}

/** What a PC that was set up before does by itself. A failure stands on the screen; there is nobody to throw it to. */
async function openAtStart(deps: FolderDeps, practice: PracticeOffice): Promise<void> {
  const { host, state } = deps;
  const mode = host.settings.get('mode');
  if (mode === 'none') return;
  if (mode === 'office' && isLocked(officeFolder(host))) return state.become('locked');
  await state.open(() => (mode === 'practice' ? practice.open() : openKnown(deps, null))).catch(() => undefined);
}

/** A key file that cannot be read is not locked but damaged, and opening it will say so. */
function isLocked(folder: string): boolean {
  try {
    return findWrapping(folder) === 'passphrase';
  } catch {
    return false;
  }
}

function openKnown(deps: FolderDeps, passphrase: string | null): Promise<void> {
  return openFolder(deps, {
    folder: officeFolder(deps.host),
    unlocking: unlockingWith(deps.host, passphrase),
    enrol: () => Promise.reject(new AppError('start.damaged-file', { file: 'key.json' })),
  });
}

function officeFolder(host: Host): string {
  return path.join(host.dataDir, 'office');
}

function unlockingWith(host: Host, passphrase: string | null): Unlocking {
  return host.keyStore ? { wrapping: 'key-store', keyStore: host.keyStore } : { wrapping: 'passphrase', passphrase: passphrase ?? '' };
}
