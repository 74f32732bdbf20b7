import type { Instant } from '#shared/base/instant.ts';
import type { PaperRef } from '#shared/contract/paper.ts';
import type { PaperUse, PrintJobState } from '#shared/domain/print-job.ts';
import type { Locale } from '#shared/text/text.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

export interface NewJob {
  readonly id: string;
  readonly paper: PaperRef;
  readonly use: PaperUse;
  readonly locale: Locale;
  readonly printerId: string | null;
  readonly sheetSerial: string | null;
  readonly state: PrintJobState;
  readonly problem: 'no-printer' | null;
  readonly againOf: string | null;
  readonly clerkId: string;
  readonly clerkName: string;
  readonly at: Instant;
}

export function insertJob(db: WriteDb, job: NewJob): void {
  db.run(
    `INSERT INTO print_job (id, paper, use, locale, printer_id, sheet_serial, state, problem, again_of, clerk_id, clerk_name, queued_at,
       changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    job.id,
    JSON.stringify(job.paper),
    job.use,
    job.locale,
    job.printerId,
    job.sheetSerial,
    job.state,
    job.problem,
    job.againOf,
    job.clerkId,
    job.clerkName,
    job.at,
    job.at,
  );
}

/** The printer that this kind of paper goes to, where one is set. */
export function findPrinterFor(db: ReadDb, use: PaperUse): { readonly id: string } | undefined {
  return db.get<{ id: string }>(
    `SELECT printer.id AS id FROM paper_printer JOIN printer ON printer.id = paper_printer.printer_id
     WHERE paper_printer.use = ? AND printer.removed_at IS NULL`,
    use,
  );
}
