import type * as z from 'zod';
import { builtInLimits } from '#shared/domain/offline-limit.ts';
import { publish, type Audience } from '../changes/publish.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';
import type { offlineLimits } from './command.ts';
import type { OperatorWork } from './operate.ts';
import { tableOf } from './table.ts';

type OfflineLimits = z.infer<typeof offlineLimits>;

/** One key for the word to all and the word to one office: the later one counts at the counter. */
const key = 'limits';

/** Tells the offices of a new hub what they may do without a line. Any hub process may do it first. */
export async function publishFirstLimits(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query('SELECT one FROM hub FOR UPDATE');
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true)`);
    if (!(await findRow(sql, `SELECT key FROM change WHERE audience = 'all' AND kind = 'limits'`)))
      await publish(sql, { audience: 'all', kind: 'limits', key, body: { ...builtInLimits, stopped: [...builtInLimits.stopped] } });
  });
}

/** For all offices, which ends what was set for single ones before, or for one office. */
export async function setLimits(
  { sql }: OperatorWork,
  { office, limits }: { readonly office: string | null; readonly limits: OfflineLimits },
): Promise<string> {
  const audience: Audience = office === null ? 'all' : `office:${office}`;
  if (office === null) await sql.query(`DELETE FROM change WHERE kind = 'limits' AND audience <> 'all'`);
  else if (!(await findRow(sql, 'SELECT code FROM office WHERE code = $1', office))) throw new Error(`No office ${office}`);
  await publish(sql, { audience, kind: 'limits', key, body: limits });
  return `Limits set for ${office ?? 'every office'}`;
}

export async function showLimits(sql: Sql): Promise<string> {
  const rows = await sql.query<{ office: string; limits: OfflineLimits }>(
    `SELECT replace(audience, 'office:', '') AS office, body AS limits FROM change WHERE kind = 'limits' ORDER BY audience <> 'all', audience`,
  );
  return tableOf(rows.map(({ office, limits }) => ({ office, limits: JSON.stringify(limits) })));
}
