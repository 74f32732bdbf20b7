import type { WriteDb } from '../db/database.ts';

/** Makes a subject findable by the words of a name; a second call replaces the first. */
export function indexName(db: WriteDb, subject: string, name: string): void {
  const known = db.get<{ row: number; name: string }>(
    'SELECT name_row.row AS row, name_index.name AS name FROM name_row JOIN name_index ON name_index.rowid = name_row.row WHERE subject = ?',
    subject,
  );
  if (known?.name === name) return;
  if (known) db.run('UPDATE name_index SET name = ? WHERE rowid = ?', name, known.row);
  else {
    const row = db.get<{ row: number }>('INSERT INTO name_row (subject) VALUES (?) RETURNING row', subject);
    db.run('INSERT INTO name_index (rowid, name) VALUES (?, ?)', row?.row ?? null, name);
  }
}

export function unindexName(db: WriteDb, subject: string): void {
  const known = db.get<{ row: number }>('SELECT row FROM name_row WHERE subject = ?', subject);
  if (!known) return;
  db.run('DELETE FROM name_index WHERE rowid = ?', known.row);
  db.run('DELETE FROM name_row WHERE row = ?', known.row);
}
