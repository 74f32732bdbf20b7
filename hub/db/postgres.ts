import { Pool, type PoolClient } from 'pg';
import { openLane, type Lane } from './lane.ts';
import { dumpPostgres } from './postgres-tools.ts';
import { retried } from './retry.ts';
import type { Database, Sql, SqlValue } from './sql.ts';

/** Half a small server's connections, so that two hub processes fit beside each other. */
const maxConnections = 20;
const usualConnectMs = 5_000;

export interface PostgresOptions {
  readonly url: string;
  readonly onLost: (error: Error) => void;
  /** How long a connection may take to come about; five seconds. */
  readonly connectMs?: number;
}

/** A pool of connections to a PostgreSQL server. */
export function openPostgres({ url, onLost, connectMs = usualConnectMs }: PostgresOptions): Database {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectMs,
    options: '-c TimeZone=UTC',
  });
  pool.on('error', onLost);
  // The pool listens to idle connections only; one that is lost between two statements of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', onLost));
  return {
    transaction: (work) => retried(() => inTransaction(pool, work)),
    query: (text, ...values) => retried(() => alone(pool, text, ...values)),
    backUp: (file) => dumpPostgres(url, file),
    close: () => pool.end(),
  };
}

async function alone<Row extends object>(pool: Pool, ...statement: Parameters<Sql['query']>): Promise<readonly Row[]> {
  const client = await pool.connect();
  try {
    return await queryOf(laneOf(client))<Row>(...statement);
  } finally {
    client.release();
  }
}

async function inTransaction<T>(pool: Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const lane = laneOf(client);
  let broken: Error | undefined;
  try {
    const begun = lane.run('BEGIN', []);
    // Where it fails, so does the first statement behind it, which is sent with it.
    begun.catch(() => undefined);
    const last: Promise<unknown>[] = [];
    const result = await work(sqlOf(client, lane, last));
    const ended = lane.run('COMMIT', []);
    await Promise.all([begun, ...last, ended]);
    if ((await ended).did !== 'COMMIT') throw new Error('A statement had failed, so the server undid the transaction');
    return result;
  } catch (error) {
    // A connection on which even ROLLBACK fails must not go back to the pool.
    await lane.run('ROLLBACK', []).catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

const lanes = new WeakMap<PoolClient, Lane>();

function laneOf(client: PoolClient): Lane {
  const lane = lanes.get(client) ?? openLane(client);
  lanes.set(client, lane);
  return lane;
}

function sqlOf(client: PoolClient, lane: Lane, last: Promise<unknown>[]): Sql {
  const query = queryOf(lane);
  return {
    query,
    finish: (text, ...values) => {
      const sent = query(text, ...values);
      // The COMMIT behind it says so, too.
      sent.catch(() => undefined);
      last.push(sent);
    },
    script: async (text) => {
      await lane.idle();
      await client.query(text);
    },
  };
}

function queryOf(lane: Lane): Sql['query'] {
  return async <Row extends object>(text: string, ...values: readonly SqlValue[]) => {
    const { rows } = await lane.run(text, values);
    return rows as readonly Row[];
  };
}
