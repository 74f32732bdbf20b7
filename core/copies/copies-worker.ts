import { parentPort, workerData } from 'node:worker_threads';
import { errorCode } from '../documents/durable-file.ts';
import { runJob, type Job, type JobAnswer } from './jobs.ts';

/** Keys come as plain bytes out of the structured clone. */
function withBuffers(job: Job): Job {
  const entries = Object.entries(job).map(([name, value]: [string, unknown]) => [name, revived(value)]);
  return Object.fromEntries(entries) as Job;
}

function revived(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value);
  const isFile = typeof value === 'object' && value !== null && 'key' in value && value.key instanceof Uint8Array;
  return isFile ? { ...value, key: Buffer.from(value.key as Uint8Array) } : value;
}

function answer(what: JobAnswer): void {
  parentPort?.postMessage(what);
}

try {
  answer({ done: await runJob(withBuffers(workerData as Job)) });
} catch (error) {
  answer({ failed: { message: String(error), code: errorCode(error) } });
}
