import { assertNever } from '#shared/base/assert-never.ts';
import { instantOf, type Instant } from '#shared/base/instant.ts';
import type { PrinterWay, PrintJobState } from '#shared/domain/print-job.ts';
import type { LogLine } from '../host.ts';
import { AppError } from '../refusal.ts';
import type { Storage } from '../storage.ts';
import type { Driver, Sending, Sheet, Trouble } from './drivers/driver.ts';
import { findJob, jobsIn, moveJob, nextJob, noteQueueJob, type JobChange, type PrintJob } from './job-store.ts';
import { WrongWidth } from './make-sheet.ts';
import { findPrinter, type Printer } from './printer-store.ts';

export type Drivers = Readonly<Record<PrinterWay, Driver>>;

export interface RunnerDeps {
  readonly storage: Storage;
  readonly drivers: Drivers;
  readonly makeSheet: (job: { readonly job: PrintJob; readonly printer: Printer; readonly now: Instant }) => Promise<Sheet>;
  readonly now: () => number;
  readonly announce: () => void;
  readonly log: (line: LogLine) => void;
  /** Hears what a printer showed of itself while it had a job. */
  readonly onTrouble: (printerId: string, trouble: Trouble | null) => void;
}

/** Prints what the office file says is to be printed. */
export interface PrintRunner {
  /** Something may wait. */
  wake(): void;
  /** Gives up a job whose bytes have left or are leaving. */
  giveUp(jobId: string): void;
  close(): Promise<void>;
}

/**
 * Takes waiting jobs once their transaction is on disk, one at a time a printer. A job is noted as sent, on disk, before its first byte
 * leaves: a program that dies in between leaves a question, never a second sheet.
 */
export function openPrintRunner(deps: RunnerDeps): PrintRunner {
  const lanes = new Map<string, Promise<void>>();
  const inHand = new Map<string, AbortController>();
  const state = { closed: false };
  const at = () => instantOf(deps.now());
  const isEnding = () => state.closed;

  function move(jobId: string, change: Omit<JobChange, 'at'>): boolean {
    const moved = deps.storage.transact((db) => moveJob(db, jobId, { ...change, at: at() }));
    if (moved) deps.announce();
    return moved;
  }

  /** Notes what a job waits for; it stays where it is. */
  function note(job: PrintJob, trouble: Trouble | null): void {
    if (job.printerId !== null) deps.onTrouble(job.printerId, trouble);
    move(job.id, { from: ['sent'], to: 'sent', problem: trouble?.problem ?? null, words: trouble?.words });
  }

  async function print(job: PrintJob, printer: Printer): Promise<void> {
    const sheet = await deps.makeSheet({ job, printer, now: at() }).catch((error: unknown) => notMade(job, error));
    if (!sheet || state.closed || !move(job.id, { from: ['queued'], to: 'sent' })) return;
    await deps.storage.copied();
    await carry(job, (signal) =>
      deps.drivers[printer.way].send({
        address: printer.address,
        sheet,
        signal,
        isEnding,
        onQueued: (queueJob) => deps.storage.transact((db) => noteQueueJob(db, job.id, queueJob)),
        onTrouble: (trouble) => note(job, trouble),
      }),
    );
  }

  function notMade(job: PrintJob, error: unknown): undefined {
    const problem = error instanceof WrongWidth ? 'wrong-width' : 'not-made';
    const words = error instanceof AppError ? error.refusal.code : '';
    if (problem === 'not-made' && words === '') deps.log(failed(error));
    move(job.id, { from: ['queued'], to: 'failed', problem, words });
  }

  async function carry(job: PrintJob, send: (signal: AbortSignal) => Promise<Sending>): Promise<void> {
    const hand = new AbortController();
    inHand.set(job.id, hand);
    try {
      const sending = await send(hand.signal);
      if (sending.kind === 'left') return;
      if (job.printerId !== null) deps.onTrouble(job.printerId, 'problem' in sending && sending.problem !== 'cancelled' ? sending : null);
      move(job.id, { from: ['sent'], ...endOf(sending) });
    } finally {
      inHand.delete(job.id);
    }
  }

  async function work(printerId: string): Promise<void> {
    for (const job of jobsIn(deps.storage.reader, 'sent').filter((one) => one.printerId === printerId)) await takeUp(job);
    while (!state.closed) {
      const job = nextJob(deps.storage.reader, printerId);
      const printer = job && findPrinter(deps.storage.reader, printerId);
      if (!job) return;
      if (printer) await print(job, printer);
      else move(job.id, { from: ['queued'], to: 'failed', problem: 'removed' });
    }
  }

  /** A job that had left when the program ended: followed where the printer's own queue has it, else asked about. */
  async function takeUp(job: PrintJob): Promise<void> {
    const printer = job.printerId === null ? undefined : findPrinter(deps.storage.reader, job.printerId);
    const follow = printer && deps.drivers[printer.way].follow;
    const { queueJob } = job;
    if (!printer || !follow || queueJob === null) {
      move(job.id, { from: ['sent'], to: 'asking', problem: 'interrupted' });
      return;
    }
    await carry(job, (signal) =>
      follow({ address: printer.address, queueJob, signal, isEnding, onTrouble: (trouble) => note(job, trouble) }),
    );
  }

  function wake(): void {
    if (state.closed) return;
    const { reader } = deps.storage;
    const printers = new Set([...jobsIn(reader, 'queued'), ...jobsIn(reader, 'sent')].flatMap(({ printerId }) => printerId ?? []));
    for (const printerId of printers) {
      if (lanes.has(printerId)) continue;
      const lane = work(printerId).then(
        () => {
          lanes.delete(printerId);
          // One that came while the lane was ending found it taken.
          wake();
        },
        (error: unknown) => {
          lanes.delete(printerId);
          deps.log(failed(error));
        },
      );
      lanes.set(printerId, lane);
    }
  }

  return {
    wake,
    giveUp: (jobId) => {
      const hand = inHand.get(jobId);
      if (hand) hand.abort();
      else if (findJob(deps.storage.reader, jobId)?.state === 'sent') move(jobId, { from: ['sent'], to: 'asking', problem: 'cancelled' });
    },
    close: async () => {
      state.closed = true;
      await Promise.allSettled(lanes.values());
    },
  };
}

/** Only a file that was saved is known to be there; whatever a printer took, a person has to look. */
function endOf(
  sending: Exclude<Sending, { kind: 'left' }>,
): { readonly to: PrintJobState } & Partial<Pick<JobChange, 'problem' | 'words' | 'savedFile'>> {
  switch (sending.kind) {
    case 'taken':
      return { to: 'asking' };
    case 'saved':
      return { to: 'done', savedFile: sending.file };
    case 'held':
      return { to: 'failed', problem: sending.problem, words: sending.words };
    case 'unsure':
      return { to: 'asking', problem: sending.problem, words: sending.words };
    default:
      return assertNever(sending);
  }
}

function failed(error: unknown): LogLine {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { level: 'error', event: 'printing.failed', facts: { stack: stack.slice(0, 2000) } };
}
