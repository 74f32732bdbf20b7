import { useOfPaper, type PaperRef } from '#shared/contract/paper.ts';
import type { Locale } from '#shared/text/text.ts';
import type { CommandContext } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import { findJob, insertJob } from './job-store.ts';
import { listSetPapers } from './printer-store.ts';

export interface PaperToPrint {
  readonly paper: PaperRef;
  readonly locale: Locale;
  /** The numbered office sheet that lies in the printer for it; null on plain paper. */
  readonly sheetSerial: string | null;
  /** The job that this one prints again. */
  readonly againOf?: string | undefined;
}

/**
 * Writes a print job in the caller's transaction and returns its id; the runner prints it once that transaction is on disk. Where no
 * printer is set for this kind of paper the job has failed from the start and says so: nothing waits for it.
 */
export function queueJob(cx: CommandContext, { paper, locale, sheetSerial, ...more }: PaperToPrint): string {
  const use = useOfPaper[paper.kind];
  const set = listSetPapers(cx.db).find((one) => one.use === use);
  const id = cx.newId();
  insertJob(cx.db, {
    id,
    paper,
    use,
    locale,
    // A test page belongs to the printer it speaks of.
    printerId: paper.kind === 'test-page' ? paper.printerId : (set?.printerId ?? null),
    sheetSerial,
    againOf: more.againOf ?? null,
    clerkId: cx.actor.id,
    clerkName: cx.actor.name,
    at: cx.now,
  });
  cx.announce('printing');
  return id;
}

/** Whether a job waits for a printer; without one it has failed from the start. */
export function isQueued(db: ReadDb, jobId: string): boolean {
  return findJob(db, jobId)?.state === 'queued';
}

/** Prints a paper that nobody has asked for, such as the receipt after payment: only where a printer is set for it, in the language set. */
export function queueUnasked(cx: CommandContext, paper: PaperRef): void {
  const set = listSetPapers(cx.db).find(({ use }) => use === useOfPaper[paper.kind]);
  if (set) queueJob(cx, { paper, locale: set.locale, sheetSerial: null });
}

/** The printer that a test page speaks of. */
export { findPrinter } from './printer-store.ts';
