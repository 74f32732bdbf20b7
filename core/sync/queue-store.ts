import type { Instant } from '#shared/base/instant.ts';
import type { ReadDb } from '../db/database.ts';
import type { Reason } from './engine-state.ts';
import { openRefusal, settledUpTo } from './settled.ts';

/** One entry of the queue, with what was tried and what was answered. */
export interface QueuedRow {
  readonly seq: number;
  readonly entryId: string;
  readonly kind: string;
  readonly subject: string;
  readonly reference: string;
  readonly applicationId: string | null;
  readonly at: Instant;
  readonly clerk: string;
  readonly tries: number;
  readonly lastTriedAt: Instant | null;
  readonly reason: Reason | null;
  readonly bytes: number;
  readonly outcome: 'refused' | 'conflict' | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** No person reads further; the numbers in the bottom bar count all. */
const mostShown = 1_000;

/** Oldest first: acts without the hub's answer, and those that came back and lie open. Entries that concern this PC only are not shown. */
export function listQueued(db: ReadDb): QueuedRow[] {
  return db
    .all<Omit<QueuedRow, 'reason' | 'detail'> & { reason: string | null; detail: string | null }>(
      `SELECT journal.seq AS seq, entry_id AS entryId, kind, subject, coalesce(application.reference, '') AS reference,
         application.id AS applicationId, journal.at AS at, actor_name AS clerk, coalesce(tries, 0) AS tries, last_tried_at AS lastTriedAt,
         entry_try.reason AS reason, coalesce(octet_length(payload), 0) AS bytes, outcome, detail
       FROM journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq LEFT JOIN entry_try ON entry_try.seq = journal.seq
         LEFT JOIN journal_payload ON journal_payload.seq = journal.seq
         LEFT JOIN application ON application.id = CASE WHEN subject LIKE 'application:%' THEN substr(subject, 13) END
       WHERE journal.seq > ? AND scope = 'office' AND (entry_answer.seq IS NULL OR (${openRefusal}))
       ORDER BY journal.seq LIMIT ${mostShown}`,
      settledUpTo(db),
    )
    .map((row) => ({
      ...row,
      reason: row.reason === null ? null : (JSON.parse(row.reason) as Reason),
      detail: row.detail === null ? {} : (JSON.parse(row.detail) as Record<string, unknown>),
    }));
}

export interface QueueSummary {
  readonly waiting: number;
  readonly refused: number;
  readonly oldestAt: Instant | null;
}

export function queueSummary(db: ReadDb): QueueSummary {
  const settled = settledUpTo(db);
  const queued = db.get<{ waiting: number; oldestAt: Instant | null }>(
    `SELECT count(*) AS waiting, min(journal.at) AS oldestAt
     FROM journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq
     WHERE journal.seq > ? AND scope = 'office' AND entry_answer.seq IS NULL`,
    settled,
  );
  const returned = db.get<{ refused: number }>(
    `SELECT count(*) AS refused FROM entry_answer JOIN journal ON journal.seq = entry_answer.seq
     WHERE entry_answer.seq > ? AND ${openRefusal}`,
    settled,
  );
  return { waiting: queued?.waiting ?? 0, refused: returned?.refused ?? 0, oldestAt: queued?.oldestAt ?? null };
}
