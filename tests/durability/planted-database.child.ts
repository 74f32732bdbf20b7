import { openWriter as openProperly, type Connection, type DatabaseFile, type WriteDb } from '#core/db/database.ts';

export { openReader } from '#core/db/database.ts';

/** The setting that most advice on WAL gives, to see that the power cuts find it: a commit is then not on the disk when it returns. */
export function openWriter(file: DatabaseFile): Connection<WriteDb> {
  const connection = openProperly(file);
  connection.raw.pragma('synchronous = NORMAL');
  return connection;
}
