import type { Instant } from '#shared/base/instant.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** A letter that was written on this PC. */
export interface StoredLetter {
  readonly letterId: string;
  readonly writtenAt: Instant;
  readonly entries: number;
  readonly scans: number;
  readonly bytes: number;
  readonly answeredAt: Instant | null;
}

const mostListed = 10;

export function listLetters(db: ReadDb): StoredLetter[] {
  return db.all<StoredLetter>(
    `SELECT id AS letterId, written_at AS writtenAt, entries, scans, bytes, answered_at AS answeredAt FROM letter
     ORDER BY written_at DESC LIMIT ${mostListed}`,
  );
}

export function insertLetter(db: WriteDb, { letterId, writtenAt, entries, scans, bytes }: Omit<StoredLetter, 'answeredAt'>): void {
  db.run('INSERT INTO letter (id, written_at, entries, scans, bytes) VALUES (?, ?, ?, ?, ?)', letterId, writtenAt, entries, scans, bytes);
}

/** False where the letter was never written here, as far as this file knows. */
export function noteAnswered(db: WriteDb, letterId: string, at: Instant): boolean {
  return db.run('UPDATE letter SET answered_at = coalesce(answered_at, ?) WHERE id = ?', at, letterId) > 0;
}
