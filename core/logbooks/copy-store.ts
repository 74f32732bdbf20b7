import type { Instant } from '#shared/base/instant.ts';
import type { CopyReason } from '#shared/domain/logbook-copy.ts';
import type { PrintJobState, SpoilReason } from '#shared/domain/print-job.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** A copy of a logbook that was issued, whether or not it came out of a printer. */
export interface LogbookCopy {
  readonly copy: number;
  readonly at: Instant;
  readonly clerkName: string;
  /** Null for the first copy, which needs none. */
  readonly reason: CopyReason | null;
  readonly note: string;
  readonly supervisor: string;
}

export function listCopies(db: ReadDb, logbookNumber: string): LogbookCopy[] {
  return db.all<LogbookCopy>(
    'SELECT copy, at, clerk_name AS clerkName, reason, note, supervisor FROM logbook_copy WHERE logbook_number = ? ORDER BY copy',
    logbookNumber,
  );
}

export function insertCopy(db: WriteDb, copy: LogbookCopy & { readonly logbookNumber: string }): void {
  db.run(
    'INSERT INTO logbook_copy (logbook_number, copy, at, clerk_name, reason, note, supervisor) VALUES (?, ?, ?, ?, ?, ?, ?)',
    copy.logbookNumber,
    copy.copy,
    copy.at,
    copy.clerkName,
    copy.reason,
    copy.note,
    copy.supervisor,
  );
}

/** One time that a copy was sent to a printer. */
export interface CopyPrint {
  readonly jobId: string;
  readonly state: PrintJobState;
  readonly sheetSerial: string | null;
  readonly reason: SpoilReason | null;
  readonly at: Instant;
  readonly clerk: string;
}

/** Oldest first. */
export function listPrintsOfCopy(db: ReadDb, applicationId: string, copy: number): CopyPrint[] {
  return db.all<CopyPrint>(
    `SELECT id AS jobId, state, sheet_serial AS sheetSerial, reason, queued_at AS at, clerk_name AS clerk FROM print_job
     WHERE json_extract(paper, '$.kind') = 'logbook-copy' AND json_extract(paper, '$.id') = ? AND json_extract(paper, '$.copy') = ?
     ORDER BY queued_at, id`,
    applicationId,
    copy,
  );
}
