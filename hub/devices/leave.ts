import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { leaveAnswer, leaveRequest } from '#shared/protocol/messages.ts';
import { inOffice } from '../db/scope.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';
import { HubRefusal } from '../refusal.ts';
import { revokeKey } from './certificate.ts';
import { findHead, type Device } from './device.ts';

export interface LeaveContext {
  readonly database: Database;
  readonly device: Device;
  readonly now: Instant;
}

/** A device goes for good. Refused while the hub lacks anything of its journal or has not answered all of it: nothing may stay behind. */
export async function leave(
  { database, device, now }: LeaveContext,
  { head, reason }: z.output<typeof leaveRequest>,
): Promise<z.input<typeof leaveAnswer>> {
  await inOffice(database, device, async (sql) => {
    const known = await findHead(sql, device.id);
    if (known.epoch < head.epoch || known.seq < head.seq) throw missing(head.seq, Math.min(known.seq + 1, head.seq));
    if (known.epoch !== head.epoch || known.hash !== head.hash) throw new HubRefusal(409, 'chain.fork', { seq: head.seq });
    const waits = await firstUnanswered(sql, device);
    if (waits !== undefined) throw missing(head.seq, waits);
  });
  await database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.office', $1, true)`, device.officeCode);
    await sql.query('UPDATE device SET left_at = $2, state_reason = $3 WHERE id = $1::uuid AND left_at IS NULL', device.id, now, reason);
    await revokeKey(sql, device.id, { why: 'left', at: now, reason });
  });
  return { hubTime: now };
}

function missing(seq: number, expected: number): HubRefusal {
  return new HubRefusal(409, 'chain.gap', { seq, expected });
}

async function firstUnanswered(sql: Sql, device: Device): Promise<number | undefined> {
  const row = await findRow<{ seq: number }>(
    sql,
    'SELECT seq FROM entry WHERE device_id = $1::uuid AND answer IS NULL AND NOT branch ORDER BY seq LIMIT 1',
    device.id,
  );
  return row?.seq;
}
