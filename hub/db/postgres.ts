import { Pool, types, type PoolClient, type QueryResultRow } from 'pg';
import { dumpPostgres } from './postgres-tools.ts';
import { valueReaders } from './read-value.ts';
import { retried } from './retry.ts';
import type { Database, Sql } from './sql.ts';

/** Half a small server's connections, so that two hub processes fit beside each other. */
const maxConnections = 20;
const connectTimeoutMs = 5_000;

export interface PostgresOptions {
  readonly url: string;
  readonly onLost: (error: Error) => void;
}

/** A pool of connections to a PostgreSQL server. */
export function openPostgres({ url, onLost }: PostgresOptions): Database {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    // Statements that do not need one another's rows go out together and are answered in order.
    pipeline: true,
    options: '-c TimeZone=UTC',
    types: {
      getTypeParser: ((id: number, format?: 'text') => valueReaders[id] ?? types.getTypeParser(id, format)) as typeof types.getTypeParser,
    },
  });
  pool.on('error', onLost);
  // The pool listens to idle connections only; one that is lost between two statements of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', onLost));
  return {
    transaction: (work) => retried(() => inTransaction(pool, work)),
    backUp: (file) => dumpPostgres(url, file),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    gather(client);
    const begun = client.query('BEGIN');
    // Where it fails, so does the first statement behind it, which is sent without waiting for it.
    begun.catch(() => undefined);
    const result = await work(sqlOf(client));
    await begun;
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection on which even ROLLBACK fails must not go back to the pool.
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function sqlOf(client: PoolClient): Sql {
  return {
    query: async <Row extends object>(text: string, ...values: Parameters<Sql['query']>[1][]) => {
      gather(client);
      const result = await client.query<Row & QueryResultRow>(values.length === 0 ? text : { name: nameOf(text), text, values });
      return result.rows;
    },
    script: async (text) => {
      await client.query(text);
    },
  };
}

/** Statements that are sent together leave in one write. */
function gather({ connection: { stream } }: PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const names = new Map<string, string>();

/** Under a name a connection parses and plans a statement once. The hub's statements are few, because none is put together from parts. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `hub_${names.size}`;
  names.set(text, name);
  return name;
}
