import { parentPort, workerData } from 'node:worker_threads';
import type { PaperJob, PdfWorkerData, WorkerAnswer } from './job.ts';
import { layoutOf } from './layouts/layout.ts';
import { openPress } from './press.ts';
import { paperWords } from './words.ts';

/** Entry of the worker thread: keeps one warm press, and turns each job into the bytes of a PDF. */
if (parentPort === null) throw new Error('pdf-worker runs as a worker thread only');
const port = parentPort;

const { fontsDir } = workerData as PdfWorkerData;
const press = await openPress(fontsDir);

async function print({ kind, data, locale }: PaperJob): Promise<WorkerAnswer> {
  try {
    return { kind: 'printed', pdf: await press.print(layoutOf(kind, data, paperWords[locale])) };
  } catch (error) {
    return { kind: 'failed', detail: String(error) };
  }
}

async function answer(job: PaperJob): Promise<void> {
  const reply = await print(job);
  port.postMessage(reply, reply.kind === 'printed' ? [reply.pdf.buffer] : []);
}

port.on('message', (job: PaperJob) => void answer(job));
port.postMessage({ kind: 'ready' } satisfies WorkerAnswer);
