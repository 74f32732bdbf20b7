import { Worker } from 'node:worker_threads';

/** The hub of the practice office: a worker thread of this program that nobody else can reach by accident. */
export interface PracticeHub {
  readonly url: string;
  readonly enrolCode: string;
  close(): Promise<void>;
}

export interface PracticeHubOptions {
  readonly workerUrl: URL;
  readonly dataDir: string;
  readonly resourcesDir: string;
}

/** Resolves once the hub listens; rejects with what the worker said where it cannot. */
export function startPracticeHub({ workerUrl, dataDir, resourcesDir }: PracticeHubOptions): Promise<PracticeHub> {
  const worker = new Worker(workerUrl, { workerData: { dataDir, resourcesDir } });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The practice hub ended with code ${code}`)));
    worker.once('message', ({ url, enrolCode }: { url: string; enrolCode: string }) => {
      worker.removeAllListeners('error');
      worker.on('error', () => undefined);
      resolve({
        url,
        enrolCode,
        close: async () => {
          worker.postMessage('close');
          await ended;
        },
      });
    });
  });
}
