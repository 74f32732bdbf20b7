import type { CopyReason } from '#shared/domain/logbook-copy.ts';
import { mayPrintAgain } from '#shared/domain/print-job.ts';
import type { Locale } from '#shared/text/text.ts';
import { getApplication } from '../applications/service.ts';
import type { CommandContext } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import { judgeSupervisor, type PasswordCheck } from '../people/service.ts';
import { isQueued, queueJob } from '../printing/service.ts';
import { AppError } from '../refusal.ts';
import { keepsSheets, listSheetsOfCopy, takeSheet } from '../sheets/service.ts';
import { insertCopy, listCopies, listPrintsOfCopy } from './copy-store.ts';
import { refuseEnded } from './ended.ts';
import { findLogbook, type Logbook } from './store.ts';

export interface CopyWanted {
  readonly id: string;
  readonly sheetSerial: string | null;
  readonly further: { readonly reason: CopyReason; readonly note: string } | null;
  readonly locale: Locale;
}

export interface IssuedCopy {
  readonly copy: number;
  readonly sheetSerial: string | null;
  readonly jobId: string | null;
  readonly isQueued: boolean;
}

/** Issues one more copy: its row, its sheet and its print job, in the caller's transaction. */
export function issueCopy(cx: CommandContext, wanted: CopyWanted, checked: PasswordCheck | null): IssuedCopy {
  const logbook = printableLogbook(cx, wanted.id);
  const copy = listCopies(cx.db, logbook.number).length + 1;
  cx.setSubject(`application:${wanted.id}`);
  const { further } = wanted;
  const payload = {
    applicationId: wanted.id,
    logbookNumber: logbook.number,
    copy,
    reason: further?.reason ?? null,
    note: further?.note ?? '',
  };
  cx.setPayload(payload);
  const allowed = copy === 1 ? { supervisor: '' } : furtherCopyAllowed(cx, logbook, copy, checked);
  if (allowed.supervisor === undefined) return { copy, sheetSerial: null, jobId: null, isQueued: false };
  insertCopy(cx.db, {
    logbookNumber: logbook.number,
    copy,
    at: cx.now,
    clerkName: cx.actor.name,
    reason: copy === 1 ? null : (further?.reason ?? null),
    note: copy === 1 ? '' : (further?.note ?? ''),
    supervisor: allowed.supervisor,
  });
  const printed = printOn(cx, { logbook, copy, serial: wanted.sheetSerial, locale: wanted.locale });
  cx.setPayload({ ...payload, supervisor: allowed.supervisor, sheetSerial: printed.sheetSerial });
  cx.announce('logbooks', 'applications');
  return { copy, ...printed };
}

/** Prints a copy that was issued before on another sheet, once it is known that nothing good came out. */
export function printCopyAgain(
  cx: CommandContext,
  { id, copy, sheetSerial, locale }: { id: string; copy: number; sheetSerial: string | null; locale: Locale },
) {
  const logbook = printableLogbook(cx, id);
  if (!listCopies(cx.db, logbook.number).some((one) => one.copy === copy)) throw new AppError('act.not-found', { what: 'logbook-copy' });
  const standing = standingOfCopy(cx.db, logbook, copy);
  if (!standing.mayPrintAgain) throw new AppError('logbook.came-out', { copy, serial: standing.serial });
  const printed = printOn(cx, { logbook, copy, serial: sheetSerial, locale });
  cx.setSubject(`application:${id}`);
  cx.setPayload({ applicationId: id, logbookNumber: logbook.number, copy, sheetSerial: printed.sheetSerial });
  cx.announce('logbooks');
  return printed;
}

interface CopyStanding {
  readonly mayPrintAgain: boolean;
  /** The sheet it is on, for words; empty on plain paper. */
  readonly serial: string;
  /** A sheet that was taken for it and that no printer touched. */
  readonly unprinted: string | null;
}

/** Where a copy stands, by its last sheet and its last print job. */
export function standingOfCopy(db: ReadDb, logbook: Logbook, copy: number): CopyStanding {
  const last = listSheetsOfCopy(db, logbook.number, copy).at(-1);
  const job = listPrintsOfCopy(db, logbook.applicationId, copy).at(-1);
  const isUntouched = last?.state === 'used' && (job?.state === 'failed' || job?.state === 'cancelled');
  const isFree = last ? last.state !== 'used' || isUntouched : job === undefined || mayPrintAgain(job.state);
  return { mayPrintAgain: isFree, serial: last?.serial ?? '', unprinted: isUntouched ? last.serial : null };
}

interface PrintOn {
  readonly logbook: Logbook;
  readonly copy: number;
  readonly serial: string | null;
  readonly locale: Locale;
}

function printOn(cx: CommandContext, { logbook, copy, serial, locale }: PrintOn) {
  const { unprinted } = standingOfCopy(cx.db, logbook, copy);
  const isSame = unprinted !== null && keepsSheets(cx.db) && (serial === null || serial === unprinted);
  const sheetSerial = isSame ? unprinted : takeSheet(cx, { serial, logbookNumber: logbook.number, copy });
  const againOf = listPrintsOfCopy(cx.db, logbook.applicationId, copy).at(-1)?.jobId;
  const jobId = queueJob(cx, { paper: { kind: 'logbook-copy', id: logbook.applicationId, copy }, locale, sheetSerial, againOf });
  return { sheetSerial, jobId, isQueued: isQueued(cx.db, jobId) };
}

/** A further copy needs a reason and a supervisor who is not at this desk; undefined where their password was wrong, refused after the commit. */
function furtherCopyAllowed(
  cx: CommandContext,
  logbook: Logbook,
  copy: number,
  checked: PasswordCheck | null,
): { readonly supervisor: string | undefined } {
  if (!checked) throw new AppError('logbook.needs-supervisor', { number: logbook.number, copies: copy - 1 });
  const { supervisor, refusal } = judgeSupervisor(cx, checked);
  if (refusal) cx.refuseAfterCommit(refusal);
  return { supervisor: supervisor?.name };
}

/** Only what was approved and still stands is printed, and only where its owner fetches it. */
function printableLogbook(cx: CommandContext, id: string): Logbook {
  const logbook = findLogbook(cx.db, id);
  if (!logbook) {
    // An application of this office says its state; one that is not here says only that it is not.
    const { reference, state } = getApplication(cx.db, id);
    throw new AppError('paper.not-approved', { reference, state });
  }
  if (logbook.collectionOffice !== cx.office.officeCode) throw new AppError('paper.not-here', { office: logbook.collectionOffice });
  refuseEnded(logbook);
  return logbook;
}
