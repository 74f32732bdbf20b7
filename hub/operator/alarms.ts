import type { Instant } from '#shared/base/instant.ts';
import type { Sql } from '../db/sql.ts';
import { tableOf } from './table.ts';

/** Faults found in journals, the newest last. A gap that has been filled since is no fault any more. */
export async function listAlarms(sql: Sql): Promise<string> {
  const rows = await sql.query<{ device: string; epoch: number; seq: number; fault: string; first: Instant; last: Instant; times: number }>(
    'SELECT device, epoch, seq, fault, first_at AS first, last_at AS last, times FROM open_chain_alarm ORDER BY last_at',
  );
  return tableOf(rows);
}
