import { PaperFailure, type PaperJob } from './job.ts';
import type { PaperDataByKind, PaperKind } from './paper.ts';
import type { PaperLocale } from './words.ts';
import { WorkerDesk } from './worker-desk.ts';

/** Makes papers as PDF bytes in worker threads, so that no screen waits for a layout. Jobs go in the order they came. */
export interface PaperPrinter {
  /** Rejects with a `PaperFailure` when this paper cannot be made; later papers are not touched by that. */
  readonly render: <Kind extends PaperKind>(kind: Kind, data: PaperDataByKind[Kind], locale: PaperLocale) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

export interface PaperPrinterOptions {
  /** `pdf-worker.js` of the build, `pdf-worker.ts` in tests. */
  readonly workerUrl: URL;
  readonly fontsDir: string;
  /** One is warm from the start; more are hired when a job finds all busy. */
  readonly workers?: number;
  readonly timeoutMs?: number;
}

interface Waiting {
  readonly job: PaperJob;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

export function openPaperPrinter({ workerUrl, fontsDir, workers = 1, timeoutMs = 30_000 }: PaperPrinterOptions): PaperPrinter {
  const hire = (): WorkerDesk => new WorkerDesk({ workerUrl, fontsDir, timeoutMs });
  const desks = [hire()];
  const queue: Waiting[] = [];
  let isClosed = false;

  function freeDesk(): WorkerDesk | undefined {
    const free = desks.find((desk) => !desk.isBusy);
    if (free !== undefined || desks.length >= workers) return free;
    const hired = hire();
    desks.push(hired);
    return hired;
  }

  function next(): void {
    const desk = queue.length === 0 ? undefined : freeDesk();
    const waiting = desk === undefined ? undefined : queue.shift();
    if (desk === undefined || waiting === undefined) return;
    void desk.print(waiting.job).then(waiting.resolve, waiting.reject).finally(next);
  }

  return {
    render: (kind, data, locale) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new PaperFailure('closed', 'the printer was closed'));
        queue.push({ job: { kind, data, locale }, resolve, reject });
        next();
      }),
    close: async () => {
      isClosed = true;
      for (const { reject } of queue.splice(0)) reject(new PaperFailure('closed', 'the printer was closed'));
      await Promise.all(desks.map((desk) => desk.close()));
    },
  };
}
