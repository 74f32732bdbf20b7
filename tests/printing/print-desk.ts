import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { PrinterWay } from '#shared/domain/print-job.ts';
import { act, type CoreClient, type Desk } from '#tests/support/core.ts';
import { openReceiptSink, type ReceiptSink, type SinkMood } from './receipt-sink.ts';

export type JobLine = Awaited<ReturnType<CoreClient['printing']['jobs']>>['lines'][number];

interface SetPrinter {
  readonly way: PrinterWay;
  readonly address: string;
  readonly name?: string;
  readonly width?: 'a4' | '80mm';
  readonly opensDrawer?: boolean;
}

/** Adds a printer as a supervisor does, and sets papers to it. */
export async function addPrinter(
  { client: desk }: Desk,
  { way, address, name = 'Front counter', width = '80mm', opensDrawer = false }: SetPrinter,
  uses: readonly ('receipt' | 'slip' | 'logbook' | 'form' | 'report')[],
): Promise<string> {
  const { id } = await act(desk.printing.addPrinter, { way, address, name, width, opensDrawer });
  for (const use of uses) await act(desk.printing.setPaper, { use, printerId: id, locale: 'en' });
  return id;
}

async function jobOf({ client: desk }: Desk, jobId: string): Promise<JobLine> {
  const { lines } = await desk.printing.jobs({ show: 'all', limit: 100, offset: 0 });
  const job = lines.find(({ id }) => id === jobId);
  if (!job) throw new Error(`No job ${jobId}`);
  return job;
}

/** Waits until a job stands so, and gives it; says how it stood where that never comes. */
export async function jobWhen(desk: Desk, jobId: string, is: (job: JobLine) => boolean, withinMs = 30_000): Promise<JobLine> {
  const until = Date.now() + withinMs;
  for (;;) {
    const job = await jobOf(desk, jobId);
    if (is(job)) return job;
    if (Date.now() > until) throw new Error(`The job stands at ${job.state} ${job.problem ?? ''} ${job.printerWords}`);
    await sleep(20);
  }
}

/** Waits until nobody works on a job any more. */
export function settled(desk: Desk, jobId: string): Promise<JobLine> {
  return jobWhen(desk, jobId, ({ state }) => state !== 'queued' && state !== 'sent');
}

/** A sink that is closed when the test is over. */
export async function receiptSink(mood?: SinkMood): Promise<ReceiptSink> {
  const sink = await openReceiptSink(mood);
  onTestFinished(() => sink.close());
  return sink;
}
