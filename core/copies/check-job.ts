import { openReader, type DatabaseFile, type ReadDb } from '../db/database.ts';
import { storageFailureOf } from '../db/failure.ts';
import { verifyJournal } from '../journal/verify.ts';

export interface CheckJob {
  readonly kind: 'check';
  readonly file: DatabaseFile;
  /** `quick` reads every page; `full` the indexes, the references between rows and the whole journal as well. */
  readonly depth: 'quick' | 'full';
}

/** What is wrong with the file: pages that do not read as they were written, or acts that do not stand as they were done. */
export interface CheckResult {
  readonly damage: readonly string[];
  readonly journalFaults: number;
}

const mostProblems = 20;

export function runCheck({ file, depth }: CheckJob): CheckResult {
  try {
    const { db, close } = openReader(file);
    try {
      return depth === 'quick' ? { damage: pageDamage(db, 'quick_check'), journalFaults: 0 } : checkFully(db);
    } finally {
      close();
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { damage: [String(error)], journalFaults: 0 };
  }
}

function checkFully(db: ReadDb): CheckResult {
  const damage = pageDamage(db, 'integrity_check');
  if (damage.length > 0) return { damage, journalFaults: 0 };
  const loose = db.all<{ table: string; rowid: number | null }>('PRAGMA foreign_key_check').slice(0, mostProblems);
  const device = db.get<{ id: string }>('SELECT id FROM device WHERE one = 1');
  const faults = device ? verifyJournal(db, device.id).faults.length : 0;
  return { damage: loose.map(({ table, rowid }) => `${table} ${rowid ?? ''} names a row that is gone`), journalFaults: faults };
}

function pageDamage(db: ReadDb, check: 'quick_check' | 'integrity_check'): string[] {
  const rows = db.all<Record<string, string>>(`PRAGMA ${check}(${mostProblems})`);
  return rows.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok');
}

function isDamage(error: unknown): boolean {
  const isRefused = error instanceof Error && error.message === 'start.damaged-file';
  return isRefused || storageFailureOf(error) === 'damaged';
}
