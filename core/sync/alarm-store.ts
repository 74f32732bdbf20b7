import type { Instant } from '#shared/base/instant.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/**
 * What only the head office can clear up: a signature that is not the pinned hub's, one that is missing, and two files that go on as one
 * device.
 */
export type AlarmCode = 'countersign-wrong' | 'countersign-missing' | 'twin';

export interface RaisedAlarm {
  readonly code: AlarmCode;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly times: number;
}

export function listAlarms(db: ReadDb): RaisedAlarm[] {
  return db.all<RaisedAlarm>('SELECT code, first_at AS firstAt, last_at AS lastAt, times FROM sync_alarm ORDER BY first_at');
}

export function raiseAlarm(db: WriteDb, code: AlarmCode, at: Instant): void {
  db.run(
    `INSERT INTO sync_alarm (code, first_at, last_at, times) VALUES (?, ?, ?, 1)
     ON CONFLICT (code) DO UPDATE SET last_at = excluded.last_at, times = times + 1`,
    code,
    at,
    at,
  );
}
