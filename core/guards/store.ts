import type { Instant } from '#shared/base/instant.ts';
import type { ReadDb } from '../db/database.ts';
import { settledUpTo } from '../sync/settled.ts';

/** Acts that the hub has neither answered nor been shown: what it waits with, and what was set aside, it has seen or never can. */
export interface Unsent {
  readonly waiting: number;
  readonly oldestAt: Instant | null;
}

export function countUnsent(reader: ReadDb): Unsent {
  const row = reader.get<Unsent>(
    `SELECT count(*) AS waiting, min(journal.at) AS oldestAt
     FROM journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq LEFT JOIN entry_try ON entry_try.seq = journal.seq
     WHERE journal.seq > ? AND scope = 'office' AND entry_answer.seq IS NULL
       AND coalesce(json_extract(entry_try.reason, '$.code'), '') NOT IN ('hub-waiting', 'set-aside', 'forked')`,
    settledUpTo(reader),
  );
  return row ?? { waiting: 0, oldestAt: null };
}

/** The hub's newest word on this office's limits, as it was kept. */
export function findLimitsWord(db: ReadDb): string | undefined {
  return db.get<{ body: string }>(`SELECT body FROM hub_word WHERE kind = 'limits' ORDER BY at DESC LIMIT 1`)?.body;
}

/** When the hub was last heard; for a PC that never was, its enrolment, at which the hub spoke. */
export interface Contact {
  readonly lastContactAt: Instant;
  /** How far the hub's clock was ahead then; null before it was measured. */
  readonly hubAheadMs: number | null;
}

export function readContact(db: ReadDb): Contact {
  const row = db.get<{ enrolledAt: Instant; lastContactAt: Instant | null; hubOffsetMs: number | null }>(
    `SELECT enrolled_at AS enrolledAt, last_contact_at AS lastContactAt, hub_offset_ms AS hubOffsetMs
     FROM device LEFT JOIN sync_state ON sync_state.one = 1 WHERE device.one = 1`,
  );
  if (!row) throw new Error('This office file was never enrolled');
  const { enrolledAt, lastContactAt, hubOffsetMs } = row;
  return lastContactAt === null ? { lastContactAt: enrolledAt, hubAheadMs: null } : { lastContactAt, hubAheadMs: hubOffsetMs };
}

/** An epoch that this PC began after its enrolment. */
export interface OpenedEpoch {
  readonly epoch: number;
  readonly seriesLetter: string;
  readonly why: 'restored' | 'copied' | 'set-back';
  readonly at: Instant;
}

export function listEpochs(db: ReadDb): OpenedEpoch[] {
  return db
    .all<{ at: Instant; payload: string }>(
      `SELECT at, payload FROM journal JOIN journal_payload USING (seq) WHERE kind = 'devices.openEpoch' ORDER BY seq DESC`,
    )
    .map(({ at, payload }) => ({ ...(JSON.parse(payload) as Omit<OpenedEpoch, 'at'>), at }));
}
