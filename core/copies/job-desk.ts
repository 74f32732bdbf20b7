import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { partsOf } from './folder.ts';
import { runJob, type Job, type JobAnswer, type ResultOf } from './jobs.ts';

/** Runs jobs on whole files, one after the other. */
export interface JobDesk {
  run<J extends Job>(job: J): Promise<ResultOf<J>>;
}

/** A file below this is done sooner than a worker starts. */
const smallBytes = 8 * 1024 * 1024;

export function openJobDesk(workerUrl: URL): JobDesk {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (job) => {
      const result = last.then(() => (isSmall(job) ? runJob(job) : runInWorker(workerUrl, job)));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

function isSmall(job: Job): boolean {
  const files = job.kind === 'restore' ? job.roots.flatMap(filesOfCopies) : [job.file.path];
  return files.every((file) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) < smallBytes);
}

function filesOfCopies(root: string): string[] {
  const { backups, logs } = partsOf(root);
  return [backups, logs].flatMap((folder) => (existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : []));
}

function runInWorker<J extends Job>(workerUrl: URL, job: J): Promise<ResultOf<J>> {
  const worker = new Worker(workerUrl, { workerData: job, env: {} });
  return new Promise<ResultOf<J>>((resolve, reject) => {
    worker.on('message', (said: JobAnswer) =>
      'done' in said
        ? resolve(said.done as ResultOf<J>)
        : reject(Object.assign(new Error(said.failed.message), { code: said.failed.code })),
    );
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The worker for copies ended with ${code} before its work was done`)));
  }).finally(() => void worker.terminate());
}
