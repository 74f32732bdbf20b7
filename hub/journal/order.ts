import { setTimeout as wait } from 'node:timers/promises';
import { inOffice } from '../db/scope.ts';
import type { Database } from '../db/sql.ts';
import { findHead, type Device } from '../devices/device.ts';
import { HubRefusal } from '../refusal.ts';

const longestWaitMs = 2_000;
const lookEveryMs = 100;
/** The entries of one batch: a larger gap is no batch that is still on its way. */
const mostInFlight = 500;

/**
 * A counter has two batches under way, and the second may come first, perhaps at another hub process: it waits a moment for the first
 * instead of being told of a gap. `work` is tried again once what it lacked is there; nothing is held meanwhile.
 */
export async function inOrder<T>(database: Database, device: Device, work: () => Promise<T>): Promise<T> {
  const lastLook = performance.now() + longestWaitMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const missing = missingBefore(error);
      if (missing === undefined || !(await comesBy(lastLook, () => isThere(database, device, missing)))) throw error;
    }
  }
}

/** The sequence number that a refused batch lacks before its own, where it may still come. */
function missingBefore(error: unknown): number | undefined {
  if (!(error instanceof HubRefusal) || error.code !== 'chain.gap') return undefined;
  const [seq, expected] = [Number(error.facts['seq']), Number(error.facts['expected'])];
  return seq - expected <= mostInFlight ? seq - 1 : undefined;
}

async function comesBy(lastLook: number, isHere: () => Promise<boolean>): Promise<boolean> {
  while (performance.now() < lastLook) {
    await wait(lookEveryMs);
    if (await isHere()) return true;
  }
  return false;
}

async function isThere(database: Database, device: Device, seq: number): Promise<boolean> {
  const head = await inOffice(database, device, (sql) => findHead(sql, device.id));
  return head.seq >= seq;
}
