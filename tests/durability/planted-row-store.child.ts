import type { WriteDb } from '#core/db/database.ts';
import { finishLoad, insertLoad as insertProperly, type Load } from '#core/batches/row-store.ts';

export * from '#core/batches/row-store.ts';

/** A file whose rows count one by one as they are written, to see that the kills find it. */
export function insertLoad(db: WriteDb, load: Load): void {
  insertProperly(db, load);
  if (process.env['PLANTED'] === 'rows') finishLoad(db, load.id);
}
