import type { Instant } from '#shared/base/instant.ts';
import type { PaperRef } from '#shared/contract/paper.ts';
import type { PaperUse, PrintJobState, PrintProblem, SpoilReason } from '#shared/domain/print-job.ts';
import type { Locale } from '#shared/text/text.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

export interface PrintJob {
  readonly id: string;
  readonly paper: PaperRef;
  readonly use: PaperUse;
  readonly locale: Locale;
  readonly printerId: string | null;
  readonly printerName: string | null;
  readonly sheetSerial: string | null;
  readonly state: PrintJobState;
  readonly problem: PrintProblem | null;
  readonly printerWords: string;
  /** Its name in the printer's own queue. */
  readonly queueJob: string | null;
  readonly reason: SpoilReason | null;
  readonly savedFile: string | null;
  readonly againOf: string | null;
  readonly isRepeated: boolean;
  readonly clerkId: string;
  readonly clerkName: string;
  readonly queuedAt: Instant;
  readonly changedAt: Instant;
}

interface JobRow {
  id: string;
  paper: string;
  use: PaperUse;
  locale: Locale;
  printer_id: string | null;
  printer_name: string | null;
  sheet_serial: string | null;
  state: PrintJobState;
  problem: PrintProblem | null;
  printer_words: string;
  queue_job: string | null;
  reason: SpoilReason | null;
  saved_file: string | null;
  again_of: string | null;
  is_repeated: number;
  clerk_id: string;
  clerk_name: string;
  queued_at: Instant;
  changed_at: Instant;
}

const columns = `job.id AS id, paper, job.use AS use, job.locale AS locale, printer_id, printer.name AS printer_name, sheet_serial, state,
  problem, printer_words, queue_job, reason, saved_file, again_of,
  EXISTS (SELECT 1 FROM print_job AS later WHERE later.again_of = job.id) AS is_repeated, clerk_id, clerk_name, queued_at, changed_at`;
const from = 'FROM print_job AS job LEFT JOIN printer ON printer.id = job.printer_id';

export type NewJob = Pick<
  PrintJob,
  'id' | 'paper' | 'use' | 'locale' | 'printerId' | 'sheetSerial' | 'againOf' | 'clerkId' | 'clerkName'
> & {
  readonly at: Instant;
};

/** Without a printer it has failed from the start. */
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
    job.printerId === null ? 'failed' : 'queued',
    job.printerId === null ? 'no-printer' : null,
    job.againOf,
    job.clerkId,
    job.clerkName,
    job.at,
    job.at,
  );
}

export function findJob(db: ReadDb, id: string): PrintJob | undefined {
  const row = db.get<JobRow>(`SELECT ${columns} ${from} WHERE job.id = ?`, id);
  return row && fromRow(row);
}

/** Whether an original of this receipt waits, is under way, or came out as far as anybody knows; the index of the same condition allows one. */
export function hasOriginal(db: ReadDb, receiptNumber: string): boolean {
  const row = db.get<{ is_there: number }>(
    `SELECT EXISTS (SELECT 1 FROM print_job WHERE paper ->> 'receiptNumber' = ? AND paper ->> 'kind' = 'receipt'
       AND state IN ('queued', 'sent', 'asking', 'done')) AS is_there`,
    receiptNumber,
  );
  return row?.is_there === 1;
}

/** The oldest job that waits for this printer. */
export function nextJob(db: ReadDb, printerId: string): PrintJob | undefined {
  const row = db.get<JobRow>(
    `SELECT ${columns} ${from} WHERE state = 'queued' AND printer_id = ? ORDER BY queued_at, job.id LIMIT 1`,
    printerId,
  );
  return row && fromRow(row);
}

export function jobsIn(db: ReadDb, state: 'queued' | 'sent'): PrintJob[] {
  return db.all<JobRow>(`SELECT ${columns} ${from} WHERE state = ? ORDER BY queued_at, job.id`, state).map(fromRow);
}

export function jobsAsking(db: ReadDb, clerkId: string): PrintJob[] {
  return db
    .all<JobRow>(`SELECT ${columns} ${from} WHERE state = 'asking' AND clerk_id = ? ORDER BY queued_at, job.id LIMIT 20`, clerkId)
    .map(fromRow);
}

export interface JobPage {
  readonly show: 'all' | 'open';
  readonly since: Instant;
  readonly limit: number;
  readonly offset: number;
}

export function listJobs(db: ReadDb, { show, since, limit, offset }: JobPage): { readonly jobs: PrintJob[]; readonly total: number } {
  const states = show === 'all' ? '' : `AND state IN ('queued', 'sent', 'asking')`;
  const rows = db.all<JobRow>(
    `SELECT ${columns} ${from} WHERE queued_at >= ? ${states} ORDER BY queued_at DESC, job.id DESC LIMIT ? OFFSET ?`,
    since,
    limit,
    offset,
  );
  const total = db.get<{ total: number }>(`SELECT count(*) AS total FROM print_job WHERE queued_at >= ? ${states}`, since)?.total ?? 0;
  return { jobs: rows.map(fromRow), total };
}

export function countOpenJobs(db: ReadDb): { readonly waiting: number; readonly asking: number } {
  const counted = db.get<{ waiting: number; asking: number }>(
    `SELECT count(*) FILTER (WHERE state <> 'asking') AS waiting, count(*) FILTER (WHERE state = 'asking') AS asking
     FROM print_job WHERE state IN ('queued', 'sent', 'asking')`,
  );
  return counted ?? { waiting: 0, asking: 0 };
}

export interface JobChange {
  readonly from: readonly PrintJobState[];
  readonly to: PrintJobState;
  readonly at: Instant;
  readonly problem?: PrintProblem | null | undefined;
  readonly words?: string | undefined;
  readonly savedFile?: string | undefined;
  readonly reason?: SpoilReason | undefined;
}

/** Moves a job on, and says whether it still stood where the change begins. */
export function moveJob(db: WriteDb, id: string, change: JobChange): boolean {
  const changed = db.run(
    `UPDATE print_job SET state = ?, problem = ?, printer_words = ?, saved_file = coalesce(?, saved_file), reason = ?, changed_at = ?
     WHERE id = ? AND state IN (SELECT value FROM json_each(?))`,
    change.to,
    change.problem ?? null,
    change.words ?? '',
    change.savedFile ?? null,
    change.reason ?? null,
    change.at,
    id,
    JSON.stringify(change.from),
  );
  return changed === 1;
}

/** Under which name the printer's own queue has it. */
export function noteQueueJob(db: WriteDb, id: string, queueJob: string): void {
  db.run('UPDATE print_job SET queue_job = ? WHERE id = ?', queueJob, id);
}

export function failWaiting(db: WriteDb, printerId: string, at: Instant): void {
  db.run(
    `UPDATE print_job SET state = 'failed', problem = 'removed', changed_at = ? WHERE printer_id = ? AND state = 'queued'`,
    at,
    printerId,
  );
}

function fromRow(row: JobRow): PrintJob {
  return {
    id: row.id,
    paper: JSON.parse(row.paper) as PaperRef,
    use: row.use,
    locale: row.locale,
    printerId: row.printer_id,
    printerName: row.printer_name,
    sheetSerial: row.sheet_serial,
    state: row.state,
    problem: row.problem,
    printerWords: row.printer_words,
    queueJob: row.queue_job,
    reason: row.reason,
    savedFile: row.saved_file,
    againOf: row.again_of,
    isRepeated: row.is_repeated === 1,
    clerkId: row.clerk_id,
    clerkName: row.clerk_name,
    queuedAt: row.queued_at,
    changedAt: row.changed_at,
  };
}
