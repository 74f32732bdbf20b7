import { renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { openReader, type DatabaseFile } from '../db/database.ts';
import { runCheck } from './check-job.ts';
import { readFrom, syncFile, syncNames } from './closed-file.ts';

export interface BackupJob {
  readonly kind: 'backup';
  readonly file: DatabaseFile;
  /** Where the backup stands once it has passed its check. */
  readonly target: string;
}

export interface BackupResult {
  readonly bytes: number;
  readonly tx: number;
}

/** Copies the open file as it is at one moment, checks the copy, and gives it its name only then. */
export function runBackup({ file, target }: BackupJob): BackupResult {
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    copyInto(file, unfinished);
    syncFile(unfinished);
    const tx = requireGood(file, unfinished);
    renameSync(unfinished, target);
    syncNames(path.dirname(target));
    return { bytes: statSync(target).size, tx };
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** `VACUUM INTO` reads one snapshot and never starves under writers, as `backup()` does (RELIABILITY §0.7). */
function copyInto(file: DatabaseFile, target: string): void {
  const { raw, close } = openReader(file);
  try {
    raw.pragma('query_only = OFF');
    raw.prepare('VACUUM INTO ?').run(target);
  } finally {
    close();
  }
}

/** It opens with the office's key, every page reads, and its journal ends as the office's own does at that place. */
function requireGood(file: DatabaseFile, copy: string): number {
  const { damage } = runCheck({ kind: 'check', file: { ...file, path: copy }, depth: 'quick' });
  if (damage.length > 0) throw new Error(`The backup does not read as it was written: ${damage[0]}`);
  return readFrom({ ...file, path: copy }, (db) =>
    readFrom(file, (original) => {
      const head = db.get<{ seq: number; hash: Uint8Array }>('SELECT seq, hash FROM journal_head WHERE one = 1');
      const own = db.get<Hash>('SELECT hash FROM journal ORDER BY seq DESC LIMIT 1');
      const theirs = original.get<Hash>('SELECT hash FROM journal WHERE seq = ?', head?.seq ?? 0);
      if (hex(head) !== hex(own) || hex(head) !== hex(theirs)) throw new Error('The backup ends with another act than the office file');
      return db.get<{ tx: number }>('SELECT tx FROM copy_state WHERE one = 1')?.tx ?? 0;
    }),
  );
}

interface Hash {
  hash: Uint8Array;
}

function hex(row: Hash | undefined): string {
  return Buffer.from(row?.hash ?? []).toString('hex');
}
