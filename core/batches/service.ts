import type { Storage } from '../storage.ts';
import { removeLoad } from './import.ts';
import { listOpenLoads } from './row-store.ts';

/** Takes away the rows of files that were being brought in when the program ended; they never counted. */
export async function removeUnfinishedLoads(storage: Storage): Promise<void> {
  for (const loadId of listOpenLoads(storage.reader)) await removeLoad(storage, loadId);
}
