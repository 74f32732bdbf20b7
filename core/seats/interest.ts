import type { Instant } from '#shared/base/instant.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** A centre and a class that this office books for. */
export type Interest = Pick<SeatPlace, 'centre' | 'class'>;

export function listInterests(db: ReadDb): readonly Interest[] {
  return db.all<Interest>('SELECT centre, class FROM seat_interest ORDER BY centre, class');
}

export function putInterest(db: WriteDb, { centre, class: seatClass }: Interest, since: Instant): void {
  db.run('INSERT INTO seat_interest (centre, class, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', centre, seatClass, since);
}

export function dropInterest(db: WriteDb, { centre, class: seatClass }: Interest): void {
  db.run('DELETE FROM seat_interest WHERE centre = ? AND class = ?', centre, seatClass);
}
