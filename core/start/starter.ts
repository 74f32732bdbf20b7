import path from 'node:path';
import type * as z from 'zod';
import { instantOf } from '#shared/base/instant.ts';
import type { start } from '#shared/contract/start.ts';
import type { Changes } from '../changes.ts';
import { makeFolder } from '../documents/durable-file.ts';
import type { Host } from '../host.ts';
import { createKeys, findWrapping, openKeys, type Unlocking } from '../keys/key-file.ts';
import { openOffice, type RunningOffice } from '../open-office.ts';
import { findIdentity, moveHub, storeIdentity } from '../office/identity.ts';
import { countUsers } from '../people/service.ts';
import type { Seat } from '../people/seat.ts';
import { startPracticeHub, type PracticeHub } from '../practice/practice-hub.ts';
import { hirePracticeStaff } from '../practice/staff.ts';
import { AppError } from '../refusal.ts';
import { enrolDevice, type EnrolledDevice } from '../sync/enrol.ts';
import type { Storage } from '../storage.ts';
import { answerBeforeOpen } from './before-open.ts';
import { createFirstAdmin } from './first-admin.ts';
import { takeLease } from './lease.ts';
import { openOfficeFile } from './open-file.ts';

export type StartStatus = z.input<typeof start.status.output>;

export interface StarterDeps {
  readonly host: Host;
  readonly changes: Changes;
  readonly newId: () => string;
}

/** Leads from an empty folder, or a locked one, to an office at work. */
export interface Starter {
  readonly office: () => RunningOffice | undefined;
  readonly answer: (name: string, call: StartCall) => unknown;
  close(): Promise<void>;
}

export interface StartCall {
  readonly seat: Seat;
  readonly input: unknown;
  readonly entryId: string;
}

interface State {
  phase: StartStatus['phase'];
  failure: StartStatus['failure'];
  office: RunningOffice | undefined;
  storage: Storage | undefined;
  hub: PracticeHub | undefined;
  opening: Promise<void> | undefined;
}

export async function openStarter({ host, changes, newId }: StarterDeps): Promise<Starter> {
  const lease = await takeLease(host.dataDir);
  const state: State = { phase: 'first-start', failure: null, office: undefined, storage: undefined, hub: undefined, opening: undefined };

  const status = (): StartStatus => {
    const identity = state.office?.identity();
    return {
      phase: state.phase === 'ready' && state.storage && countUsers(state.storage.reader) === 0 ? 'create-admin' : state.phase,
      practice: host.settings.get('mode') === 'practice',
      needsPassphrase: host.keyStore === null,
      office: identity ? { code: identity.officeCode, name: identity.officeName, deviceNo: identity.deviceNo } : null,
      failure: state.failure,
      version: host.version,
      host: host.kind,
    };
  };

  const become = (phase: State['phase'], failure: State['failure'] = null) => {
    state.phase = phase;
    state.failure = failure;
    changes.announce(['start']);
  };

  /** Opens once at a time; a failure stands on the recovery screen, and nothing on the disk is touched. */
  const opening = (work: () => Promise<void>, failedPhase: State['phase'] = 'failed'): Promise<void> => {
    if (state.opening || state.office) throw new AppError('start.already-open');
    become('opening');
    state.opening = work()
      .then(() => become('ready'))
      .catch((error: unknown) => {
        host.log({ level: 'error', event: 'start.failed', facts: { message: error instanceof Error ? (error.stack ?? error.message) : String(error) } });
        become(failedPhase, error instanceof AppError ? { code: error.refusal.code, facts: { ...error.refusal.facts } } : { code: 'bug', facts: {} });
        throw error;
      })
      .finally(() => {
        state.opening = undefined;
      });
    return state.opening;
  };

  const run = async (folder: string, unlocking: Unlocking, enrol: () => Promise<EnrolledDevice>) => {
    await makeFolder(folder);
    const known = findWrapping(folder) !== undefined;
    const device = known ? undefined : await enrol();
    const keys = known ? await openKeys(folder, unlocking) : await createKeys(folder, unlocking);
    const storage = await openOfficeFile(folder, keys.database);
    const at = instantOf(host.now());
    if (!findIdentity(storage.reader)) {
      const enrolled = device ?? (await enrol());
      storage.transact((db) => storeIdentity(db, { ...enrolled, at }));
    }
    state.storage = storage;
    if (host.settings.get('mode') === 'practice') await hirePracticeStaff(storage, newId, at);
    state.office = await openOffice({ host, folder, keys, storage, changes });
  };

  const openPractice = async () => {
    const folder = path.join(host.dataDir, 'practice');
    const starting = startPracticeHub({ workerUrl: host.workers.practiceHub, dataDir: path.join(folder, 'hub'), resourcesDir: host.resourcesDir });
    starting.then(
      (hub) => {
        state.hub = hub;
        if (state.storage) state.storage.transact((db) => moveHub(db, hub.url));
        changes.announce(['line']);
      },
      (error: unknown) => host.log({ level: 'error', event: 'practice-hub.failed', facts: { message: String(error) } }),
    );
    await run(folder, { wrapping: 'none' }, async () => {
      const { url, enrolCode } = await starting;
      return enrolDevice({ hubUrl: url, code: enrolCode, fetch });
    });
    if (state.hub) state.storage?.transact((db) => moveHub(db, state.hub?.url ?? ''));
    host.settings.set('mode', 'practice');
  };

  const officeFolder = path.join(host.dataDir, 'office');
  const unlockingWith = (passphrase: string | null): Unlocking =>
    host.keyStore ? { wrapping: 'key-store', keyStore: host.keyStore } : { wrapping: 'passphrase', passphrase: passphrase ?? '' };
  const refuseEnrol = () => Promise.reject(new AppError('start.damaged-file'));

  const steps: Readonly<Record<string, (input: never, call: StartCall) => Promise<unknown>>> = {
    'start.status': () => Promise.resolve(status()),
    'start.choosePractice': async () => {
      host.settings.set('mode', 'practice');
      await opening(openPractice, 'first-start');
      return status();
    },
    'start.enrol': async ({ hubUrl, code, passphrase }: { hubUrl: string; code: string; passphrase: string | null }) => {
      await opening(() => run(officeFolder, unlockingWith(passphrase), () => enrolDevice({ hubUrl, code, fetch })), 'first-start');
      host.settings.set('mode', 'office');
      host.settings.set('hubUrl', hubUrl);
      return status();
    },
    'start.unlock': async ({ passphrase }: { passphrase: string }) => {
      await opening(() => run(officeFolder, unlockingWith(passphrase), refuseEnrol), 'locked');
      return status();
    },
    'start.createAdmin': async (input: never, { entryId }) => {
      if (!state.storage || !state.office) throw new AppError('sign-in.required');
      await createFirstAdmin({ storage: state.storage, office: state.office.identity(), newId, entryId, nowMs: host.now() }, input);
      changes.announce(['start', 'people']);
      return {};
    },
  };

  openAtStart(host, officeFolder, { become, opening, openPractice, openOffice: () => run(officeFolder, unlockingWith(null), refuseEnrol) });

  return {
    office: () => (state.phase === 'ready' ? state.office : undefined),
    answer: (name, call) => {
      const step = steps[name];
      return step ? step(call.input as never, call) : answerBeforeOpen(name, host, changes);
    },
    close: async () => {
      await state.opening?.catch(() => undefined);
      await state.office?.close();
      await state.hub?.close();
      await lease.release();
    },
  };
}

interface Opening {
  readonly become: (phase: State['phase']) => void;
  readonly opening: (work: () => Promise<void>) => Promise<void>;
  readonly openPractice: () => Promise<void>;
  readonly openOffice: () => Promise<void>;
}

/** What a PC that was set up before does by itself. */
function openAtStart(host: Host, officeFolder: string, { become, opening, openPractice, openOffice }: Opening): void {
  const mode = host.settings.get('mode');
  const failedAlready = () => undefined;
  if (mode === 'practice') void opening(openPractice).catch(failedAlready);
  else if (mode === 'office' && findWrapping(officeFolder) === 'passphrase') become('locked');
  else if (mode === 'office') void opening(openOffice).catch(failedAlready);
}
