import { randomUUID } from 'node:crypto';
import { findRow, type Database, type Sql } from '../db/sql.ts';

/**
 * Begins a new run of changes, so that every office reads them from the beginning. Transaction numbers of another server mean nothing in
 * this one, so all changes get this transaction's and keep their order by sequence.
 */
export async function beginFeed(sql: Sql): Promise<void> {
  await sql.query(`SELECT set_config('kaunta.operator', 'on', true)`);
  await sql.query('UPDATE change SET tx = pg_current_xact_id()');
  await sql.query('UPDATE hub SET feed = $1::uuid, cluster = $2 WHERE one = 1', randomUUID(), await clusterOf(sql));
}

/**
 * Finds out at the start whether this database was put back by other means than `--restore`: another server or database, or a timeline
 * that PostgreSQL began at a recovery. A copy of the files of the same server put back in place looks like itself and is not found.
 */
export async function noticeRestore(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    const hub = await findRow<{ cluster: string }>(sql, 'SELECT cluster FROM hub WHERE one = 1 FOR UPDATE');
    const cluster = await clusterOf(sql);
    if (hub?.cluster === '') await sql.query('UPDATE hub SET cluster = $1 WHERE one = 1', cluster);
    else if (hub && hub.cluster !== cluster) await beginFeed(sql);
  });
}

async function clusterOf(sql: Sql): Promise<string> {
  const row = await findRow<{ cluster: string }>(
    sql,
    `SELECT system_identifier || ':' || timeline_id || ':' || (SELECT oid FROM pg_database WHERE datname = current_database()) AS cluster
     FROM pg_control_system(), pg_control_checkpoint()`,
  );
  return row?.cluster ?? '';
}
