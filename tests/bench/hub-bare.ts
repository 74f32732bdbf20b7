import { Pool, type PoolClient } from 'pg';
import { eachInFlight } from '#tests/hub-load/prepared-push.ts';

/** Tables in the order in which their foreign keys allow it; `change` numbers its own rows. */
const tables = {
  entry: {
    columns:
      'device_id, epoch, seq, entry_id, office_code, at, actor, kind, subject, scope, payload, salt, payload_hash, previous_hash, hash, received_at, answer',
    of: 'SELECT device_id AS id, entry.* FROM entry',
  },
  application: {
    columns:
      'id, office_code, device_id, reference, service, state, clerk_id, plate_key, collection_office, submission, decision, logbook_number, received_at, changed_at',
    of: 'SELECT device_id AS batch, application.* FROM application',
  },
  application_hold: {
    columns: 'key, second_key, application_id, reference, office_code, clerk_name, since',
    of: 'SELECT device_id AS batch, application_hold.* FROM application_hold JOIN application ON application.id = application_id',
  },
  payment: {
    columns: 'office_code, receipt_number, application_id, method, code, amount_cents, state, found_amount_cents, taken_at',
    of: 'SELECT device_id AS batch, payment.* FROM payment JOIN application ON application.id = application_id',
  },
  change: {
    columns: 'audience, kind, key, body',
    of: 'SELECT device_id AS batch, change.* FROM change JOIN application ON application.id::text = change.key',
  },
} as const;
type TableName = keyof typeof tables;
const tableNames = Object.keys(tables) as TableName[];

/** The rows of one batch as JSON texts, one for each table. */
export type BareBatch = Readonly<Record<TableName, string>>;

/** Reads back what the hub wrote, batch by batch. */
export async function readBatches(url: string): Promise<readonly BareBatch[]> {
  const pool = new Pool({ connectionString: url, max: 1 });
  const batches = new Map<string, Partial<Record<TableName, string>>>();
  for (const name of tableNames) {
    const text = `SELECT ${name === 'entry' ? 'id' : 'batch'} AS batch, jsonb_agg(to_jsonb(r) - 'batch')::text AS rows FROM (${tables[name].of}) AS r GROUP BY 1`;
    const { rows } = await pool.query<{ batch: string; rows: string }>(text);
    for (const row of rows) batches.set(row.batch, { ...batches.get(row.batch), [name]: row.rows });
  }
  await pool.end();
  return [...batches.values()].map((batch) => whole(batch));
}

function whole(batch: Partial<Record<TableName, string>>): BareBatch {
  const missing = tableNames.find((name) => batch[name] === undefined);
  if (missing) throw new Error(`A batch without a row of ${missing}`);
  return batch as BareBatch;
}

/** The very same rows through nothing but one multi-row INSERT a table, a transaction a batch. Gives the seconds of all and of each. */
export async function insertBare(
  url: string,
  batches: readonly BareBatch[],
  most: number,
): Promise<{ readonly seconds: number; readonly eachMs: readonly number[] }> {
  const pool = new Pool({ connectionString: url, max: most });
  const clients = await Promise.all(Array.from({ length: most }, () => pool.connect()));
  clients.forEach((client) => client.release());
  const eachMs: number[] = [];
  const startedAt = performance.now();
  await eachInFlight(batches, most, async (batch) => {
    const beganAt = performance.now();
    const client = await pool.connect();
    await insertOne(client, batch);
    client.release();
    eachMs.push(performance.now() - beganAt);
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  await pool.end();
  return { seconds, eachMs };
}

async function insertOne(client: PoolClient, batch: BareBatch): Promise<void> {
  await client.query('BEGIN');
  for (const name of tableNames) {
    const { columns } = tables[name];
    const text = `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`;
    await client.query({ name, text, values: [batch[name]] });
  }
  await client.query('COMMIT');
}
