import { useOfPaper, type PaperRef } from '#shared/contract/paper.ts';
import type { Locale } from '#shared/text/text.ts';
import type { CommandContext } from '../context.ts';
import { findPrinterFor, insertJob } from './store.ts';

export interface PaperToPrint {
  readonly paper: PaperRef;
  readonly locale: Locale;
  /** The numbered office sheet that lies in the printer for it; null on plain paper. */
  readonly sheetSerial: string | null;
}

/**
 * Writes a print job in the caller's transaction and returns its id; the runner prints it once that transaction is on disk. Where no
 * printer is set for this kind of paper the job has failed from the start and says so: nothing waits for it.
 */
export function queueJob(cx: CommandContext, { paper, locale, sheetSerial }: PaperToPrint): string {
  const use = useOfPaper[paper.kind];
  const printer = findPrinterFor(cx.db, use);
  const id = cx.newId();
  insertJob(cx.db, {
    id,
    paper,
    use,
    locale,
    printerId: printer?.id ?? null,
    sheetSerial,
    state: printer ? 'queued' : 'failed',
    problem: printer ? null : 'no-printer',
    againOf: null,
    clerkId: cx.actor.id,
    clerkName: cx.actor.name,
    at: cx.now,
  });
  cx.announce('printing');
  return id;
}
