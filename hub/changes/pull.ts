import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { Change, pullAnswer, pullRequest } from '#shared/protocol/messages.ts';
import { inOffice } from '../db/scope.ts';
import type { Database } from '../db/sql.ts';
import { findHead } from '../devices/device.ts';
import type { Device } from '../devices/device.ts';
import type { HubKey } from '../hub-key.ts';
import type { Audience } from './publish.ts';

interface ChangeRow extends Change {
  tx: string;
  seq: number;
}

export interface PullContext {
  readonly database: Database;
  readonly key: HubKey;
  readonly device: Device;
  readonly now: Instant;
}

/**
 * The next page of changes for the device's office. Only transactions older than every running one are shown, ordered by
 * (transaction, sequence), so that none that commits late is skipped.
 */
export async function pull(
  { database, key, device, now }: PullContext,
  request: z.infer<typeof pullRequest>,
): Promise<z.input<typeof pullAnswer>> {
  const [tx = '0', seq = '0'] = request.after.split(':');
  const audiences: Audience[] = ['all', `office:${device.officeCode}`, ...(device.registrar ? (['registrar'] as const) : [])];
  // One more than asked for says whether there is more. Each audience is read along its own index, then the three are merged.
  const { rows, head } = await inOffice(database, device, async (sql) => ({
    head: await findHead(sql, device.id),
    rows: await sql.query<ChangeRow>(
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
      request.limit + 1,
    ),
  }));
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return {
    changes: page.map(({ kind, key, body }) => ({ kind, key, body })),
    next: last ? `${last.tx}:${last.seq}` : request.after,
    more: rows.length > request.limit,
    feed: key.feed,
    head,
    hubTime: now,
  };
}
