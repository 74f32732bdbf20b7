import type { Instant } from '#shared/base/instant.ts';
import { maskPhone } from '#shared/domain/mask.ts';
import type { Sql } from '../db/sql.ts';
import { tableOf } from './table.ts';

/** The last 200 messages to owners, the newest last, without whole numbers and without words. */
export async function listNotices(sql: Sql): Promise<string> {
  const rows = await sql.query<{
    office: string;
    item: string;
    round: string;
    phone: string;
    state: string;
    reason: string;
    tries: number;
    at: Instant;
  }>(
    `SELECT office_code AS office, item_id AS item, round, phone, state, coalesce(reason, '') AS reason, tries, changed_at AS at
     FROM (SELECT * FROM owner_notice WHERE state <> 'dropped' ORDER BY changed_at DESC LIMIT 200) AS newest ORDER BY changed_at`,
  );
  return tableOf(rows.map((row) => ({ ...row, phone: maskPhone(row.phone) })));
}
