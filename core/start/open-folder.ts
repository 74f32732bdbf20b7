import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { instantOf } from '#shared/base/instant.ts';
import type { Changes } from '../changes.ts';
import { leaveMark } from '../copies/at-work.ts';
import { openCopies, type Copies } from '../copies/copies.ts';
import { openCopiesFile } from '../copies/copies-file.ts';
import { openJobDesk } from '../copies/job-desk.ts';
import { makeFolder } from '../documents/durable-file.ts';
import type { Host } from '../host.ts';
import { createKeys, findWrapping, openKeys, refuseWeak, type OfficeKeys, type Unlocking } from '../keys/key-file.ts';
import { openOffice } from '../open-office.ts';
import { deviceState } from '../office/device-state.ts';
import { findIdentity, storeIdentity, type OfficeIdentity } from '../office/identity.ts';
import { AppError } from '../refusal.ts';
import type { EnrolledDevice } from '../sync/enrol.ts';
import type { Storage } from '../storage.ts';
import { officeFileName, openOfficeFile } from './open-file.ts';
import type { StartState } from './start-state.ts';

export interface FolderDeps {
  readonly host: Host;
  readonly changes: Changes;
  readonly state: StartState;
  /** The open file turned out to be damaged. */
  readonly onDamaged: () => void;
}

export interface Folder {
  readonly folder: string;
  readonly unlocking: Unlocking;
  /** Asked only where the folder holds no enrolled office yet; without it, what is missing is not made anew. */
  readonly enrol?: (() => Promise<EnrolledDevice>) | undefined;
  /** Runs on the open file before the office starts to work. */
  readonly prepare?: ((storage: Storage) => Promise<void> | void) | undefined;
}

/** Above this the start does not wait for the check of every page; it goes on beside the work. */
const mostWaitedForBytes = 2 * 1024 ** 3;

/**
 * Opens an office's folder, or makes it: enrolment first, so that a wrong code leaves nothing behind; then the key, then the file that
 * is written with it.
 */
export async function openFolder(deps: FolderDeps, { folder, unlocking, enrol, prepare }: Folder): Promise<void> {
  const { host, changes, state } = deps;
  const isNew = findWrapping(folder) === undefined;
  if (!enrol) refuseMissing(folder, isNew);
  if (isNew) refuseWeak(unlocking);
  const device = isNew ? await enrol?.() : undefined;
  await makeFolder(folder);
  const keys = isNew ? await createKeys(folder, unlocking) : await openKeys(folder, unlocking);
  await checkPages(deps, folder, keys);
  const storage = await openOfficeFile(folder, keys.database);
  let copies: Copies | undefined;
  try {
    if (!findIdentity(storage.reader)) {
      // A PC that stopped between key and file is enrolled again; the hub counts the first place as unused.
      const enrolled = device ?? (await enrol?.());
      if (!enrolled) throw new AppError('start.damaged-file', { file: officeFileName });
      storage.transact((db) => storeIdentity(db, { ...enrolled, at: instantOf(host.now()) }));
    }
    refuseGone(storage);
    const mark = await leaveMark(folder);
    const facts = openCopiesFile(folder);
    copies = await openCopies({
      storage,
      file: { path: path.join(folder, officeFileName), key: keys.database },
      folder,
      dataDir: host.dataDir,
      keys,
      facts,
      desk: openJobDesk(host.workers.copies),
      office: () => getIdentity(storage),
      now: host.now,
      log: host.log,
      announce: changes.announce,
      onDamaged: deps.onDamaged,
    });
    await prepare?.(storage);
    state.storage = storage;
    state.office = await openOffice({ host, folder, keys, storage, changes, copies, facts, mark, onDamaged: deps.onDamaged });
    checkAtStart(copies, { wasLeft: mark.wasLeft, isLarge: isLarge(folder) });
  } catch (error) {
    state.storage = undefined;
    await copies?.abandon();
    storage.close();
    throw error;
  }
}

/** An office that was here once is brought back from its copies, never begun anew. */
function refuseMissing(folder: string, hasNoKey: boolean): void {
  if (hasNoKey) throw new AppError('start.damaged-file', { file: 'key.json' });
  if (!existsSync(path.join(folder, officeFileName))) throw new AppError('start.missing-file', { file: officeFileName });
}

/** Every page reads as it was written, before anything of the file is used. */
async function checkPages({ host }: FolderDeps, folder: string, keys: OfficeKeys): Promise<void> {
  const file = { path: path.join(folder, officeFileName), key: keys.database };
  if (!existsSync(file.path) || isLarge(folder)) return;
  const { damage } = await openJobDesk(host.workers.copies).run({ kind: 'check', file, depth: 'quick' });
  if (damage.length === 0) return;
  host.log({ level: 'error', event: 'start.damaged-pages', facts: { damage: damage.slice(0, 3).join('; ') } });
  throw new AppError('start.damaged-file', { file: officeFileName });
}

function isLarge(folder: string): boolean {
  return statSync(path.join(folder, officeFileName)).size > mostWaitedForBytes;
}

/** A PC that left its office, or was shut out, does not open it again. */
function refuseGone(storage: Storage): void {
  const { state, at, reason } = deviceState(storage.reader);
  if (state === 'left' || state === 'revoked') throw new AppError(`device.${state}`, { since: at ?? '', reason });
}

/** What may take its time, while people work already. */
function checkAtStart(copies: Copies, found: { readonly wasLeft: boolean; readonly isLarge: boolean }): void {
  if (found.wasLeft) void copies.check('full').catch(() => undefined);
  else if (found.isLarge) void copies.check('quick').catch(() => undefined);
}

function getIdentity(storage: Storage): OfficeIdentity {
  const identity = findIdentity(storage.reader);
  if (!identity) throw new Error('This office file was never enrolled');
  return identity;
}
