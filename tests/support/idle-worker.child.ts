import { parentPort } from 'node:worker_threads';

/** A printer's worker that is never asked for a paper. */
parentPort?.postMessage({ kind: 'ready' });
parentPort?.on('message', () => undefined);
