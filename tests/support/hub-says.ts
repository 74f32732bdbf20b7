import type * as z from 'zod';
import type { changeBodies } from '#shared/protocol/messages.ts';
import type { Storage } from '#core/storage.ts';
import type { TestCore } from './core.ts';
import { withOfficeFile } from './made-office.ts';

export type LimitsWord = z.input<typeof changeBodies.limits>;

/** What the hub would have said of the office's limits at the last contact, put where sync keeps it. */
export function hubSays(core: TestCore, limits: LimitsWord): Promise<void> {
  return whileClosed(core, (storage) => {
    const sql = `INSERT OR REPLACE INTO hub_word (kind, key, body, at) VALUES ('limits', '', ?, '')`;
    storage.transact((db) => db.run(sql, JSON.stringify(limits)));
  });
}

/** Lets an office work alone for as long as it likes: a test that moves the clock by weeks would stop it otherwise. */
export function letWorkAlone(core: TestCore): Promise<void> {
  return hubSays(core, { warnAfterHours: 1, stopAfterHours: 1, warnAtWaiting: 1, stopAtWaiting: 1, stopped: [] });
}

/** Closes the office, works on its file past every rule, and starts it again. */
export async function whileClosed<T>(core: TestCore, work: (storage: Storage) => T): Promise<T> {
  await core.close();
  const made = await withOfficeFile(core.dataDir, work);
  await core.restart();
  return made;
}
