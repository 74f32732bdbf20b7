import { Worker } from 'node:worker_threads';
import { PaperFailure, type PaperJob, type PdfWorkerData, type WorkerAnswer } from './job.ts';

export interface WorkerDeskOptions {
  readonly workerUrl: URL;
  readonly fontsDir: string;
  readonly timeoutMs: number;
}

interface Pending {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (failure: PaperFailure) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * One worker thread and the job it has in hand. A worker that dies takes only that job with it: another stands up at once if the
 * dead one ever got ready, else with the next job, so that a broken installation does not spin.
 */
export class WorkerDesk {
  readonly #options: WorkerDeskOptions;
  #worker: Worker | undefined;
  #pending: Pending | undefined;

  constructor(options: WorkerDeskOptions) {
    this.#options = options;
    this.#worker = this.#start();
  }

  get isBusy(): boolean {
    return this.#pending !== undefined;
  }

  print(job: PaperJob): Promise<Uint8Array> {
    const { timeoutMs } = this.#options;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => void this.#stop('timed-out', `no paper within ${timeoutMs} ms`), timeoutMs);
      this.#pending = { resolve, reject, timer };
      this.#worker ??= this.#start();
      this.#worker.ref();
      this.#worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    await this.#stop('closed', 'the printer was closed');
  }

  #start(): Worker {
    const workerData: PdfWorkerData = { fontsDir: this.#options.fontsDir };
    const worker = new Worker(this.#options.workerUrl, { workerData });
    let wasReady = false;
    let lastError = 'ended without a word';
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'ready') wasReady = true;
      else this.#take(answer);
    });
    worker.on('error', (error) => (lastError = String(error)));
    worker.on('exit', () => {
      if (this.#worker !== worker) return;
      this.#worker = wasReady ? this.#start() : undefined;
      this.#settle(({ reject }) => reject(new PaperFailure('worker-crashed', lastError)));
    });
    // An idle printer must not keep the program from ending.
    worker.unref();
    return worker;
  }

  #take(answer: Exclude<WorkerAnswer, { kind: 'ready' }>): void {
    this.#worker?.unref();
    this.#settle(({ resolve, reject }) =>
      answer.kind === 'printed' ? resolve(answer.pdf) : reject(new PaperFailure('not-printable', answer.detail)),
    );
  }

  async #stop(reason: PaperFailure['reason'], detail: string): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#settle(({ reject }) => reject(new PaperFailure(reason, detail)));
    await worker?.terminate();
  }

  #settle(act: (job: Pending) => void): void {
    const job = this.#pending;
    if (job === undefined) return;
    this.#pending = undefined;
    clearTimeout(job.timer);
    act(job);
  }
}
