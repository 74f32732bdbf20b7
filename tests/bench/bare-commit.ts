import Database from 'better-sqlite3';
import { openWriter, type DatabaseFile, type SqlValue, type WriteDb } from '#core/db/database.ts';
import type { Storage } from '#core/storage.ts';

/** One statement of an act that changed rows. */
export interface Write {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Notes the writes of each transaction, so that they can be repeated without the program that made them. */
export function recording(storage: Storage, acts: Write[][]): Storage {
  return {
    ...storage,
    transact: (work) =>
      storage.transact((db) => {
        const writes: Write[] = [];
        const output = work(noting(db, writes));
        acts.push(writes);
        return output;
      }),
  };
}

function noting(db: WriteDb, writes: Write[]): WriteDb {
  const note = (sql: string, values: readonly SqlValue[]) => {
    if (!/^\s*SELECT/u.test(sql)) writes.push({ sql, values });
  };
  return {
    ...db,
    get: (sql, ...values) => {
      note(sql, values);
      return db.get(sql, ...values);
    },
    run: (sql, ...values) => {
      note(sql, values);
      return db.run(sql, ...values);
    },
  };
}

/** A file that takes recorded writes through better-sqlite3 alone: statements prepared beforehand, one immediate transaction an act. */
export interface BareFile {
  commit(writes: readonly Write[]): void;
  read(sql: string): void;
  close(): void;
}

/** The same file settings as the office's own, with its cipher. */
export function openBare(file: DatabaseFile): BareFile {
  return bareFile(openWriter(file).raw);
}

/** The office's file without its cipher: what encryption costs stands between the two. */
export function openBarePlain(file: DatabaseFile): BareFile {
  const locked = openWriter(file).raw;
  locked.pragma('journal_mode = DELETE');
  locked.pragma(`rekey = ''`);
  locked.close();
  const raw = new Database(file.path);
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON', 'foreign_keys = ON', 'temp_store = MEMORY'])
    raw.pragma(setting);
  return bareFile(raw);
}

function bareFile(raw: Database.Database): BareFile {
  const prepared = new Map<string, Database.Statement>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? raw.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const commit = raw.transaction((writes: readonly Write[]) => {
    for (const { sql, values } of writes) {
      const one = statement(sql);
      if (one.reader) one.get(...values);
      else one.run(...values);
    }
  });
  return { commit: (writes) => commit.immediate(writes), read: (sql) => void raw.prepare(sql).all(), close: () => raw.close() };
}
