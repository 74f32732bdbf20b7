import { parentPort, workerData } from 'node:worker_threads';
import type { TableWorkerAnswer, TableWorkerData } from '#core/table-file/job.ts';

/** Stands in for a reader that meets its end in the ways of a thread; the file's text names the way. */
const { file } = workerData as TableWorkerData;
const way = 'bytes' in file ? Buffer.from(file.bytes).toString() : '';
const ready: TableWorkerAnswer = { kind: 'ready' };

const ways: Readonly<Record<string, () => void>> = {
  spins: () => {
    for (;;);
  },
  'eats memory': () => {
    const eaten: string[][] = [];
    for (;;) eaten.push(Array.from({ length: 10_000 }, (_, at) => `${eaten.length} ${at}`));
  },
  throws: () => {
    throw new Error('as a bug would');
  },
  leaves: () => process.exit(0),
};

if (way === 'never starts') throw new Error('a broken installation');
parentPort?.postMessage(ready);
parentPort?.on('message', () => ways[way]?.());
