import type { WriteDb } from '#core/db/database.ts';
import { openStorage as openProperly, type Storage } from '#core/storage.ts';

export type * from '#core/storage.ts';

/** Answers before it knows that the commit has gone well, to see that the failing disk finds it. */
export function openStorage(...file: Parameters<typeof openProperly>): Storage {
  const storage = openProperly(...file);
  const transact = <T>(work: (db: WriteDb) => T): T => {
    const done: T[] = [];
    try {
      return storage.transact((db) => {
        const output = work(db);
        done.push(output);
        return output;
      });
    } catch (error) {
      if (done.length === 0) throw error;
      return done[0] as T;
    }
  };
  return new Proxy(storage, { get: (target, name) => (name === 'transact' ? transact : Reflect.get(target, name)) });
}
