import type { SeriesKind } from '#shared/domain/series-kind.ts';
import type { WriteDb } from '../db/database.ts';
import type { OfficeIdentity } from '../office/identity.ts';

/**
 * Takes the next number of a gap-free series, in the transaction of the act it numbers: a rolled-back act gives its number back. The
 * series letter changes with the epoch, so a restored or cloned file never repeats a number (DESIGN §3).
 */
export function takeNumber(db: WriteDb, office: OfficeIdentity, kind: SeriesKind): string {
  const row = db.get<{ last: number }>(
    `INSERT INTO series (kind, letter, last) VALUES (?, ?, 1)
     ON CONFLICT (kind, letter) DO UPDATE SET last = last + 1 RETURNING last`,
    kind,
    office.seriesLetter,
  );
  if (!row) throw new Error('A series gave no number');
  return `${kind}-${office.officeCode}-${office.deviceNo}${office.seriesLetter}-${String(row.last).padStart(6, '0')}`;
}
