import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { Change, pullAnswer, pullRequest } from '#shared/protocol/messages.ts';
import { inOffice } from '../db/scope.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';
import { findHead, type Device } from '../devices/device.ts';
import { HubRefusal } from '../refusal.ts';
import type { Audience } from './publish.ts';

interface ChangeRow extends Change {
  tx: string;
  seq: number;
}

export interface PullContext {
  readonly database: Database;
  readonly device: Device;
  readonly now: Instant;
}

/**
 * The next page of changes for the device's office. Only transactions older than every running one are shown, ordered by
 * (transaction, sequence), so that none that commits late is skipped.
 */
export async function pull(
  { database, device, now }: PullContext,
  request: z.infer<typeof pullRequest>,
): Promise<z.input<typeof pullAnswer>> {
  requireNumbers(request.after);
  const audiences: Audience[] = ['all', `office:${device.officeCode}`, ...(device.registrar ? (['registrar'] as const) : [])];
  const { rows, head, feed } = await inOffice(database, device, async (sql) => {
    const { feed: newest, isAhead } = await findFeed(sql, request.after);
    // A cursor from the future was given out by a database that was set back since.
    const after = isAhead ? '0:0' : request.after;
    return {
      feed: newest,
      head: await findHead(sql, device.id),
      // One more than asked for says whether there is more.
      rows: await listAfter(sql, audiences, after, request.limit + 1),
    };
  });
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return {
    changes: page.map(({ kind, key, body }) => ({ kind, key, body })),
    next: last ? `${last.tx}:${last.seq}` : request.after,
    more: rows.length > request.limit,
    feed,
    head,
    hubTime: now,
  };
}

const largestNumber = 2n ** 63n - 1n;

/** PostgreSQL 15 takes a transaction number past 64 bits for the largest there is; later ones refuse it, and so does this hub over any. */
function requireNumbers(cursor: string): void {
  if (cursor.split(':').some((part) => BigInt(part) > largestNumber)) throw new HubRefusal(400, 'request.unreadable');
}

/** Which run of changes this is, and whether a cursor lies beyond it. Read each time, because another process may have begun a new run. */
async function findFeed(sql: Sql, after: string): Promise<{ readonly feed: string; readonly isAhead: boolean }> {
  const row = await findRow<{ feed: string; isAhead: boolean }>(
    sql,
    'SELECT feed, $1::xid8 > pg_snapshot_xmax(pg_current_snapshot()) AS "isAhead" FROM hub',
    after.split(':')[0] ?? '',
  );
  if (!row) throw new Error('The hub has no feed');
  return row;
}

/** Each audience is read along its own index, then they are merged. */
function listAfter(sql: Sql, audiences: readonly Audience[], after: string, limit: number): Promise<readonly ChangeRow[]> {
  const [tx = '0', seq = '0'] = after.split(':');
  return sql.query<ChangeRow>(
    `SELECT next.tx, next.seq, next.kind, next.key, next.body
     FROM unnest($1::text[]) AS audience (name) CROSS JOIN LATERAL (
       SELECT change.tx, change.seq, change.kind, change.key, change.body FROM change
       WHERE change.audience = audience.name AND (change.tx, change.seq) > ($2::xid8, $3::bigint)
         AND change.tx < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY change.tx, change.seq LIMIT $4) AS next
     ORDER BY next.tx, next.seq LIMIT $4`,
    audiences,
    tx,
    seq,
    limit,
  );
}
