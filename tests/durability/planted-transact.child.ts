import type { WriteDb } from '#core/db/database.ts';
import { openStorage as openProperly, type Storage } from '#core/storage.ts';

export type * from '#core/storage.ts';

/** Leaves every statement to itself, to see that the kills find it. */
export function openStorage(...file: Parameters<typeof openProperly>): Storage {
  const storage = openProperly(...file);
  const transact = <T>(work: (db: WriteDb) => T): T => work(storage.writer);
  return new Proxy(storage, { get: (target, name) => (name === 'transact' ? transact : Reflect.get(target, name)) });
}
