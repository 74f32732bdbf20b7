import type { Sheet } from '#core/printing/drivers/driver.ts';
import type { PrintJob } from '#core/printing/job-store.ts';

export class WrongWidth extends Error {}

/** Stands in for the layout: a paper that says which job it is, of which copy, on which sheet. */
export function makeSheet(_maker: unknown, { job }: { readonly job: PrintJob }): Promise<Sheet> {
  const copy = job.paper.kind === 'logbook-copy' ? `${job.paper.id}/${job.paper.copy}` : '';
  const line = `${job.id} ${copy} ${job.sheetSerial ?? ''}\n`;
  return Promise.resolve({ title: job.id, fileName: `${job.id}.pdf`, width: 'a4', bytes: Buffer.from(line) });
}
