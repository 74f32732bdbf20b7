import type { Instant } from '#shared/base/instant.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/**
 * `retiring`: no new acts, what is here is still sent. `revoked`: the hub has shut this PC out; its data are kept. `left`: it has sent
 * everything and said goodbye.
 */
export type DeviceState = 'working' | 'retiring' | 'revoked' | 'left';

export interface DeviceStanding {
  readonly state: DeviceState;
  /** Who wanted it: the hub, or an admin of this office who asked to leave. */
  readonly by: 'hub' | 'office' | null;
  readonly at: Instant | null;
  readonly reason: string;
}

interface SyncRow {
  shut_out: 'device.revoked' | 'device.left' | null;
  shut_out_at: Instant | null;
  leave_asked_at: Instant | null;
  leave_reason: string | null;
}

interface Word {
  readonly state: 'working' | 'retiring' | 'revoked';
  readonly at: Instant;
  readonly reason: string;
}

/** Whether this PC may go on, as far as it knows. What was last heard counts, also with the line down. */
export function deviceState(db: ReadDb): DeviceStanding {
  const row = db.get<SyncRow>('SELECT shut_out, shut_out_at, leave_asked_at, leave_reason FROM sync_state WHERE one = 1');
  const word = findWord(db);
  const reason = word?.reason ?? row?.leave_reason ?? '';
  if (row?.shut_out === 'device.left')
    return { state: 'left', by: word?.state === 'retiring' ? 'hub' : 'office', at: row.shut_out_at, reason };
  if (word?.state === 'revoked') return { state: 'revoked', by: 'hub', at: word.at, reason };
  if (row?.shut_out === 'device.revoked') return { state: 'revoked', by: 'hub', at: row.shut_out_at, reason };
  if (word?.state === 'retiring') return { state: 'retiring', by: 'hub', at: word.at, reason };
  if (row?.leave_asked_at) return { state: 'retiring', by: 'office', at: row.leave_asked_at, reason: row.leave_reason ?? '' };
  return { state: 'working', by: null, at: null, reason: '' };
}

/** The hub's word on this device, not on its neighbours in the same office. */
function findWord(db: ReadDb): Word | undefined {
  const row = db.get<{ body: string }>(
    `SELECT body FROM hub_word WHERE kind = 'device' AND json_extract(body, '$.deviceId') = (SELECT id FROM device WHERE one = 1)
     ORDER BY at DESC LIMIT 1`,
  );
  return row && (JSON.parse(row.body) as Word);
}

/** The hub has answered: it has not shut this PC out, or no longer. */
export function noteHeardAgain(db: WriteDb, at: Instant): void {
  db.run('UPDATE sync_state SET shut_out = NULL, shut_out_at = NULL WHERE shut_out IS NOT NULL');
  db.run(
    `UPDATE hub_word SET body = json_set(body, '$.state', 'working', '$.at', ?), at = ?
     WHERE kind = 'device' AND json_extract(body, '$.deviceId') = (SELECT id FROM device WHERE one = 1) AND json_extract(body, '$.state') = 'revoked'`,
    at,
    at,
  );
}

/** The hub answers this PC no more. */
export function noteShutOut(db: WriteDb, code: 'device.revoked' | 'device.left', at: Instant): void {
  db.run(
    `INSERT INTO sync_state (one, pull_cursor, shut_out, shut_out_at) VALUES (1, '0:0', ?, ?)
     ON CONFLICT (one) DO UPDATE SET shut_out = excluded.shut_out, shut_out_at = excluded.shut_out_at`,
    code,
    at,
  );
}

export function noteLeaveAsked(db: WriteDb, reason: string, at: Instant): void {
  db.run(
    `INSERT INTO sync_state (one, pull_cursor, leave_asked_at, leave_reason) VALUES (1, '0:0', ?, ?)
     ON CONFLICT (one) DO UPDATE SET leave_asked_at = excluded.leave_asked_at, leave_reason = excluded.leave_reason`,
    at,
    reason,
  );
}
