import { PaperFailure, type PaperJob } from './job.ts';
import type { PaperDataByKind, PaperKind } from './paper.ts';
import type { PaperLocale } from './words.ts';
import { WorkerDesk } from './worker-desk.ts';

/** Makes papers as PDF bytes in worker threads, so that no screen waits for a layout. */
export interface PaperPrinter {
  /**
   * One paper for somebody at the counter: goes ahead of every batch, in the order asked. Rejects with a `PaperFailure` when this paper
   * cannot be made; later papers are not touched by that.
   */
  readonly render: <Kind extends PaperKind>(kind: Kind, data: PaperDataByKind[Kind], locale: PaperLocale) => Promise<Uint8Array>;
  /**
   * Many papers, given in their order however the workers finish, one that cannot be made as its failure. Only a few are made ahead of the
   * one that is taken, so that a batch of any length needs little memory.
   */
  readonly renderBatch: (jobs: Iterable<PaperJob>) => AsyncGenerator<BatchPaper>;
  readonly close: () => Promise<void>;
}

export type BatchPaper = { readonly kind: 'printed'; readonly pdf: Uint8Array } | { readonly kind: 'failed'; readonly failure: unknown };

export interface PaperPrinterOptions {
  /** `pdf-worker.js` of the build, `pdf-worker.ts` in tests. */
  readonly workerUrl: URL;
  readonly fontsDir: string;
  /** One is warm from the start and enough for a counter; the others are hired when a job finds all busy, and stay warm from then on. */
  readonly workers?: number;
  readonly timeoutMs?: number;
}

interface Waiting {
  readonly job: PaperJob;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

/** Papers of a batch under way or made ahead, a worker: the next one lies ready when a worker ends the one before. */
const aheadPerWorker = 3;

export function openPaperPrinter({ workerUrl, fontsDir, workers = 2, timeoutMs = 30_000 }: PaperPrinterOptions): PaperPrinter {
  const hire = (): WorkerDesk => new WorkerDesk({ workerUrl, fontsDir, timeoutMs });
  const desks = [hire()];
  const counter: Waiting[] = [];
  const batches: Waiting[] = [];
  let isClosed = false;

  function freeDesk(): WorkerDesk | undefined {
    const free = desks.find((desk) => !desk.isBusy);
    if (free !== undefined || desks.length >= workers) return free;
    const hired = hire();
    desks.push(hired);
    return hired;
  }

  function next(): void {
    const queue = counter.length > 0 ? counter : batches;
    const desk = queue.length === 0 ? undefined : freeDesk();
    const waiting = desk === undefined ? undefined : queue.shift();
    if (desk === undefined || waiting === undefined) return;
    void desk.print(waiting.job).then(waiting.resolve, waiting.reject).finally(next);
  }

  function ask(queue: Waiting[], job: PaperJob): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (isClosed) return reject(new PaperFailure('closed', 'the printer was closed'));
      queue.push({ job, resolve, reject });
      next();
    });
  }

  return {
    render: (kind, data, locale) => ask(counter, { kind, data, locale }),
    renderBatch: (jobs) => inOrder(jobs, { ask: (job) => ask(batches, job), ahead: workers * aheadPerWorker }),
    close: async () => {
      isClosed = true;
      for (const { reject } of [...counter.splice(0), ...batches.splice(0)]) reject(new PaperFailure('closed', 'the printer was closed'));
      await Promise.all(desks.map((desk) => desk.close()));
    },
  };
}

interface Asking {
  readonly ask: (job: PaperJob) => Promise<Uint8Array>;
  readonly ahead: number;
}

async function* inOrder(jobs: Iterable<PaperJob>, { ask, ahead }: Asking): AsyncGenerator<BatchPaper> {
  const underWay: Promise<BatchPaper>[] = [];
  for (const job of jobs) {
    underWay.push(ask(job).then(printed, failed));
    const first = underWay.length >= ahead ? underWay.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const paper of underWay) yield await paper;
}

function printed(pdf: Uint8Array): BatchPaper {
  return { kind: 'printed', pdf };
}

function failed(failure: unknown): BatchPaper {
  return { kind: 'failed', failure };
}
