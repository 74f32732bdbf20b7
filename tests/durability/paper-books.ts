import type { PrintJobState } from '#shared/domain/print-job.ts';
import type { SheetState } from '#shared/domain/sheet.ts';
import type { ReadDb } from '#core/db/database.ts';
import { verifyJournal } from '#core/journal/verify.ts';
import { findIdentity } from '#core/office/identity.ts';

/** What a child said: a copy that it had been given, or a job that it had answered. */
export interface SaidOfPaper {
  readonly copies: readonly string[];
  readonly answers: readonly string[];
}

interface JobRow {
  id: string;
  copy: string;
  serial: string | null;
  state: PrintJobState;
}

interface SheetRow {
  position: number;
  serial: string;
  state: SheetState;
  copy: string | null;
}

/** Everything that does not add up between what came out, jobs, sheets, copies, journal and what was said; empty where all does. */
export function faultsInThePaper(db: ReadDb, tray: string, said: SaidOfPaper): string[] {
  const jobs = db.all<JobRow>(
    `SELECT id, json_extract(paper, '$.id') || '/' || json_extract(paper, '$.copy') AS copy, sheet_serial AS serial, state FROM print_job`,
  );
  const sheets = db.all<SheetRow>(
    `SELECT position, serial, sheet.state AS state, application_id || '/' || copy AS copy
     FROM sheet LEFT JOIN logbook ON logbook.number = logbook_number WHERE sheet.state <> 'received' ORDER BY position`,
  );
  return [...trayFaults(tray, jobs), ...sheetFaults(sheets, jobs), ...copyFaults(db, sheets), ...lostWords({ sheets, jobs }, said)];
}

/** Nothing came out that is not stored, nothing came out of a job that still waits, and on each sheet once. */
function trayFaults(tray: string, jobs: readonly JobRow[]): string[] {
  // The program may die between the halves of a sheet; the next one then begins on the same line.
  const papers = [...tray.matchAll(/(\S{36}) (\S{36}\/\d+|early\/\d+) (KE-\d{5})/gu)].map(([, id = '', copy = '', serial = '']) => ({
    id,
    copy,
    serial,
  }));
  const unknown = papers.filter(({ id, copy, serial }) => !jobs.some((job) => job.id === id && job.copy === copy && job.serial === serial));
  const early = papers.filter(({ id }) => jobs.some((job) => job.id === id && job.state === 'queued'));
  const serials = papers.map(({ serial }) => serial);
  const twice = serials.filter((serial, index) => serials.indexOf(serial) !== index);
  return [
    ...unknown.map(({ id, copy, serial }) => `paper without a row: ${id} ${copy} on ${serial}`),
    ...early.map(({ id }) => `paper of job ${id}, which still waits`),
    ...twice.map((serial) => `sheet ${serial} came out twice`),
  ];
}

/** Sheets leave the pack in order with none passed over, each for one job. */
function sheetFaults(sheets: readonly SheetRow[], jobs: readonly JobRow[]): string[] {
  const lost = sheets.filter(({ serial, copy }) => !jobs.some((job) => job.serial === serial && job.copy === copy));
  const doubled = sheets.filter(({ serial }) => jobs.filter((job) => job.serial === serial).length > 1);
  const gaps = sheets.filter(({ position }, index) => position !== index + 1);
  const foreign = jobs.filter(({ serial }) => !sheets.some((sheet) => sheet.serial === serial));
  const apart = jobs.filter(
    (job) => (job.state === 'spoiled') !== (sheets.find(({ serial }) => serial === job.serial)?.state === 'spoiled'),
  );
  return [
    ...lost.map(({ serial }) => `lost sheet: ${serial} has no job`),
    ...doubled.map(({ serial }) => `doubled sheet: ${serial} has two jobs`),
    ...gaps.map(({ serial }) => `gap before sheet ${serial}`),
    ...foreign.map(({ id, serial }) => `job ${id} is on sheet ${serial ?? 'none'}, which was not taken`),
    ...apart.map(({ id }) => `job ${id} and its sheet do not agree`),
  ];
}

/** Each copy has its act, and at most one sheet that is not spoiled. */
function copyFaults(db: ReadDb, sheets: readonly SheetRow[]): string[] {
  const copies = db.all<{ copy: string }>(
    `SELECT application_id || '/' || copy AS copy FROM logbook_copy JOIN logbook ON logbook.number = logbook_number ORDER BY copy`,
  );
  const acts = db.all<{ copy: string }>(
    `SELECT json_extract(payload, '$.applicationId') || '/' || json_extract(payload, '$.copy') AS copy
     FROM journal JOIN journal_payload USING (seq) WHERE kind = 'logbooks.issueCopy' ORDER BY copy`,
  );
  const good = sheets.filter(({ state }) => state === 'used').map(({ copy }) => copy);
  const deviceId = findIdentity(db)?.deviceId ?? '';
  return [
    ...(JSON.stringify(copies) === JSON.stringify(acts) ? [] : [`${copies.length} copies have ${acts.length} acts`]),
    ...good.filter((copy, index) => good.indexOf(copy) !== index).map((copy) => `copy ${copy ?? ''} is on two good sheets`),
    ...verifyJournal(db, deviceId).faults.map(({ seq, fault }) => `journal row ${seq} is ${fault}`),
  ];
}

interface Kept {
  readonly sheets: readonly SheetRow[];
  readonly jobs: readonly JobRow[];
}

function lostWords({ sheets, jobs }: Kept, { copies, answers }: SaidOfPaper): string[] {
  const kept = new Set(sheets.map(({ copy, serial }) => `${copy ?? ''} ${serial}`));
  const answered = new Set(jobs.map(({ id, state }) => `${id} ${state}`));
  return [
    ...copies.filter((one) => !kept.has(one)).map((one) => `copy ${one} was said and is lost`),
    ...answers.filter((one) => !answered.has(one)).map((one) => `answer ${one} was said and is lost`),
  ];
}
