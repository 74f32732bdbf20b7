import Database from 'better-sqlite3';
import { damagedFile } from './failure.ts';

/** What a value in SQL may be here: no floats but integers, no dates. */
export type SqlValue = string | number | null | Uint8Array;

/** A connection that can only read. Functions that write ask for a `WriteDb`, so a query cannot call them. */
export interface ReadDb {
  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[];
}

declare const writes: unique symbol;

/** The writing connection, handed out only inside dispatch's transaction (and to sync, migration and start-up). */
export interface WriteDb extends ReadDb {
  readonly [writes]: true;
  /** Number of rows changed. */
  run(sql: string, ...values: readonly SqlValue[]): number;
}

/** One statement as it was run. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export interface Connection<Db extends ReadDb> {
  readonly db: Db;
  readonly raw: Database.Database;
  readonly close: () => void;
}

export interface DatabaseFile {
  readonly path: string;
  /** 32 random bytes. */
  readonly key: Buffer;
}

const oldestSqlite = [3, 51, 3] as const;

/**
 * Opens the one writing connection: WAL, FULL, and every check that costs little (RELIABILITY §4). `note` hears of each statement that
 * wrote, once it has succeeded.
 */
export function openWriter(file: DatabaseFile, note?: (statement: Statement) => void): Connection<WriteDb> {
  const raw = openEncrypted(file, false);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('fullfsync = ON');
  raw.pragma('secure_delete = ON');
  raw.pragma('wal_autocheckpoint = 1000');
  return { db: wrap(raw, note) as unknown as WriteDb, raw, close: () => raw.close() };
}

/** Opens a connection for queries; SQLite itself refuses a write on it. */
export function openReader(file: DatabaseFile): Connection<ReadDb> {
  const raw = openEncrypted(file, true);
  raw.pragma('query_only = ON');
  return { db: wrap(raw), raw, close: () => raw.close() };
}

function openEncrypted(file: DatabaseFile, readonly: boolean): Database.Database {
  const raw = new Database(file.path, { readonly, timeout: 10_000 });
  try {
    raw.pragma(`cipher = 'aegis'`);
    raw.pragma(`key = 'raw:${file.key.toString('hex')}'`);
    raw.pragma('foreign_keys = ON');
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    raw.pragma('temp_store = MEMORY');
    requireSqlite(raw);
    return raw;
  } catch (error) {
    raw.close();
    throw damagedFile(error) ?? error;
  }
}

/** Versions before 3.51.3 can lose a WAL reset between two connections (RELIABILITY §1.2). */
function requireSqlite(raw: Database.Database): void {
  const { version } = raw.prepare('SELECT sqlite_version() AS version, count(*) AS tables FROM sqlite_schema').get() as { version: string };
  const parts = version.split('.').map(Number);
  const difference = oldestSqlite.map((least, index) => (parts[index] ?? 0) - least).find((part) => part !== 0) ?? 0;
  if (difference < 0) throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`);
}

function wrap(raw: Database.Database, note?: (statement: Statement) => void): Omit<WriteDb, typeof writes> {
  const prepared = new Map<string, Database.Statement>();
  const statement = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const fresh = raw.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  };
  /** A query may write too, as INSERT … RETURNING does. */
  const noteWrite = (one: Database.Statement, sql: string, values: readonly SqlValue[]) => {
    if (note && !one.readonly) note({ sql, values });
  };
  return {
    get: <Row>(sql: string, ...values: readonly SqlValue[]) => {
      const one = statement(sql);
      const row = one.get(...values) as Row | undefined;
      noteWrite(one, sql, values);
      return row;
    },
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => {
      const one = statement(sql);
      const rows = one.all(...values) as Row[];
      noteWrite(one, sql, values);
      return rows;
    },
    run: (sql: string, ...values: readonly SqlValue[]) => {
      const one = statement(sql);
      const { changes } = one.run(...values);
      noteWrite(one, sql, values);
      return changes;
    },
  };
}
