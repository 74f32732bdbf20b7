import type { ReadDb, WriteDb } from '../db/database.ts';

/** What one application has cost on the line, every try counted. */
export interface BytesSent {
  readonly entries: number;
  readonly scans: number;
  readonly total: number;
}

export function bytesOf(db: ReadDb, applicationId: string): BytesSent {
  const row = db.get<{ entries: number; scans: number }>(
    `SELECT
       (SELECT coalesce(sum(sent), 0) FROM entry_bytes JOIN journal ON journal.seq = entry_bytes.seq WHERE subject = ?) AS entries,
       (SELECT coalesce(sum(sent), 0) FROM scan_bytes WHERE sha256 IN (
         SELECT sha256 FROM scan WHERE application_id = ? UNION SELECT letter_sha256 FROM hand_over WHERE application_id = ?)) AS scans`,
    `application:${applicationId}`,
    applicationId,
    applicationId,
  );
  const { entries, scans } = row ?? { entries: 0, scans: 0 };
  return { entries, scans, total: entries + scans };
}

/** Each entry's share of a body, by its length before compression; the shares add up to the body. */
export function sharesOf(lengths: readonly number[], bytes: number): number[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  return lengths.map((length) => {
    const from = total === 0 ? 0 : Math.round((before * bytes) / total);
    before += length;
    return (total === 0 ? 0 : Math.round((before * bytes) / total)) - from;
  });
}

export function noteEntryBytes(db: WriteDb, bytesBySeq: ReadonlyMap<number, number>): void {
  for (const [seq, sent] of bytesBySeq) {
    db.run('INSERT INTO entry_bytes (seq, sent) VALUES (?, ?) ON CONFLICT (seq) DO UPDATE SET sent = sent + excluded.sent', seq, sent);
  }
}

export function noteScanBytes(db: WriteDb, sha256: string, sent: number): void {
  db.run(
    'INSERT INTO scan_bytes (sha256, sent) VALUES (?, ?) ON CONFLICT (sha256) DO UPDATE SET sent = sent + excluded.sent',
    sha256,
    sent,
  );
}
