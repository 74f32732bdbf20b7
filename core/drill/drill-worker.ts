import { parentPort, workerData } from 'node:worker_threads';
import type { DrillOrder } from './drill-order.ts';
import { livePractice } from './practice-life.ts';
import { standStill } from './stand-still.ts';

await livePractice(workerData as DrillOrder, { say: (message) => parentPort?.postMessage(message), standStill });
