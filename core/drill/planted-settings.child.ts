import { parentPort, workerData } from 'node:worker_threads';
import type { DrillOrder } from './drill-order.ts';
import { livePractice } from './practice-life.ts';
import { standStill } from './stand-still.ts';

/** A practice counter whose engine forces less to the disk than it should: a mistake planted so that the drill must catch it. */
const { synchronous } = Object.fromEntries(new URL(import.meta.url).searchParams) as { synchronous?: string };

await livePractice(workerData as DrillOrder, {
  say: (message) => parentPort?.postMessage(message),
  standStill,
  afterOpening: (storage) => storage.writer.run(`PRAGMA synchronous = ${synchronous ?? 'OFF'}`),
});
