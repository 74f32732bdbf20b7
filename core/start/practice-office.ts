import path from 'node:path';
import { instantOf } from '#shared/base/instant.ts';
import { moveHub } from '../office/identity.ts';
import { startPracticeHub, type PracticeHub } from '../practice/practice-hub.ts';
import { hirePracticeStaff } from '../practice/staff.ts';
import type { Storage } from '../storage.ts';
import { enrolDevice } from '../sync/enrol.ts';
import { openFolder, type FolderDeps } from './open-folder.ts';

/** The practice office and its own hub, in a folder of their own, so that nothing of it can reach a real office. */
export interface PracticeOffice {
  /** `prepare` runs on a file that was just brought back. */
  readonly open: (prepare?: (storage: Storage) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function preparePractice(deps: FolderDeps, newId: () => string): PracticeOffice {
  const { host, changes, state } = deps;
  const folder = path.join(host.dataDir, 'practice');
  let hub: PracticeHub | undefined;
  let started: Promise<PracticeHub> | undefined;
  /** The hub listens on a new port at every start. */
  const pointToHub = () => {
    const { storage } = state;
    if (!hub || !storage) return;
    const { url } = hub;
    storage.transact((db) => moveHub(db, url));
    changes.announce(['line']);
  };
  const startHub = async (): Promise<PracticeHub> => {
    try {
      hub = await startPracticeHub({
        workerUrl: host.workers.practiceHub,
        dataDir: path.join(folder, 'hub'),
        resourcesDir: host.resourcesDir,
      });
      pointToHub();
      return hub;
    } catch (error) {
      started = undefined;
      host.log({ level: 'error', event: 'practice-hub.failed', facts: { message: String(error) } });
      throw error;
    }
  };
  return {
    open: async (prepare) => {
      // The office waits for its hub only to be enrolled: later, work begins with the line down, as it would anywhere.
      started ??= startHub();
      const running = started;
      running.catch(() => undefined);
      await openFolder(deps, {
        folder,
        unlocking: { wrapping: 'none' },
        enrol: async () => {
          const { url, enrolCode } = await running;
          return enrolDevice({ hubUrl: url, code: enrolCode, fetch });
        },
        prepare: (storage) => {
          prepare?.(storage);
          return hirePracticeStaff(storage, newId, instantOf(host.now()));
        },
      });
      pointToHub();
    },
    close: async () => {
      await hub?.close();
    },
  };
}
