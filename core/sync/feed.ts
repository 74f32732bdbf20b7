import type { Change } from '#shared/protocol/messages.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/**
 * The hub tells everything from the beginning, because it was restored. No fact of before is newer than what it says now, and what it has
 * not told again by the end it does not know.
 */
export function beginFeed(db: WriteDb): void {
  db.run(`UPDATE vehicle SET as_of = ''`);
  db.run(`UPDATE person SET as_of = ''`);
  db.run(`UPDATE driver SET as_of = ''`);
}

/** Facts of an earlier feed that this one, now at its end, never told: gone, as if the hub had said so. */
export function untold(db: ReadDb): Change[] {
  return db
    .all<{ kind: string; key: string }>(
      `SELECT 'vehicle' AS kind, plate AS key FROM vehicle WHERE as_of = ''
       UNION ALL SELECT 'person', id_kind || ':' || id_number FROM person WHERE as_of = ''
       UNION ALL SELECT 'driver', key FROM driver WHERE as_of = ''`,
    )
    .map(({ kind, key }) => ({ kind: 'gone', key: `${kind}:${key}`, body: { kind, key } }));
}
