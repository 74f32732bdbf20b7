import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import { firstPreviousHash } from '#shared/protocol/entry.ts';
import { payloads, type PushedEntry } from '#shared/protocol/messages.ts';
import type { Sql } from '../db/sql.ts';
import type { Device } from '../devices/device.ts';

const kind = 'devices.openEpoch';

export type Opening = z.output<(typeof payloads)[typeof kind]>;

/** What an entry says that opens the epoch it stands in; undefined where it does not open one. */
export function openingOf(entry: Pick<PushedEntry, 'kind' | 'epoch' | 'payload'>): Opening | undefined {
  if (entry.kind !== kind || entry.payload === null) return undefined;
  const parsed = payloads[kind].safeParse(jsonOf(entry.payload));
  return parsed.success && parsed.data.epoch === entry.epoch ? parsed.data : undefined;
}

/** Keeps that this entry began an epoch, and flags what older epochs have behind the place where it joined: a branch from now on. */
export async function insertOpening(sql: Sql, device: Device, entry: PushedEntry, opening: Opening, now: Instant): Promise<void> {
  await sql.query(
    `WITH joined AS (SELECT coalesce((SELECT seq FROM entry WHERE device_id = $1::uuid AND hash = $7 ORDER BY seq LIMIT 1), $4) AS seq),
     lost AS (
       UPDATE entry SET branch = true
       WHERE device_id = $1::uuid AND NOT branch AND seq > (SELECT seq FROM joined) AND epoch = ANY (ARRAY(SELECT epoch FROM device_epoch WHERE device_id = $1::uuid))
       RETURNING seq)
     INSERT INTO device_epoch (device_id, epoch, series_letter, joined_seq, branch_entries, why, opened_at)
     SELECT $1::uuid, $2, $3, (SELECT seq FROM joined), count(*), $5, $6 FROM lost`,
    device.id,
    opening.epoch,
    opening.seriesLetter,
    // The entry before it where it came in this very batch, or nothing at all.
    entry.previousHash === firstPreviousHash ? 0 : entry.seq - 1,
    opening.why,
    now,
    entry.previousHash,
  );
  await sql.query('UPDATE device SET series_letter = $2 WHERE id = $1::uuid', device.id, opening.seriesLetter);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
