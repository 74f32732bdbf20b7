import { instantOf } from '#shared/base/instant.ts';
import type { Changes } from '../changes.ts';
import { makeFolder } from '../documents/durable-file.ts';
import type { Host } from '../host.ts';
import { createKeys, findWrapping, openKeys, refuseWeak, type Unlocking } from '../keys/key-file.ts';
import { openOffice } from '../open-office.ts';
import { findIdentity, storeIdentity } from '../office/identity.ts';
import type { EnrolledDevice } from '../sync/enrol.ts';
import type { Storage } from '../storage.ts';
import { openOfficeFile } from './open-file.ts';
import type { StartState } from './start-state.ts';

export interface FolderDeps {
  readonly host: Host;
  readonly changes: Changes;
  readonly state: StartState;
}

export interface Folder {
  readonly folder: string;
  readonly unlocking: Unlocking;
  /** Asked only where the folder holds no enrolled office yet. */
  readonly enrol: () => Promise<EnrolledDevice>;
  /** Runs on the open file before the office starts to work. */
  readonly prepare?: ((storage: Storage) => Promise<void>) | undefined;
}

/**
 * Opens an office's folder, or makes it: enrolment first, so that a wrong code leaves nothing behind; then the key, then the file that
 * is written with it.
 */
export async function openFolder({ host, changes, state }: FolderDeps, { folder, unlocking, enrol, prepare }: Folder): Promise<void> {
  const isNew = findWrapping(folder) === undefined;
  if (isNew) refuseWeak(unlocking);
  const device = isNew ? await enrol() : undefined;
  await makeFolder(folder);
  const keys = isNew ? await createKeys(folder, unlocking) : await openKeys(folder, unlocking);
  const storage = await openOfficeFile(folder, keys.database);
  try {
    if (!findIdentity(storage.reader)) {
      // A PC that stopped between key and file is enrolled again; the hub counts the first place as unused.
      const enrolled = device ?? (await enrol());
      storage.transact((db) => storeIdentity(db, { ...enrolled, at: instantOf(host.now()) }));
    }
    await prepare?.(storage);
    state.storage = storage;
    state.office = await openOffice({ host, folder, keys, storage, changes });
  } catch (error) {
    state.storage = undefined;
    storage.close();
    throw error;
  }
}
