import type { Instant } from '#shared/base/instant.ts';
import type { ReadDb } from '../db/database.ts';
import type { Reason } from './engine-state.ts';
import { isDiscarded, isSetAside, openDispute, openRefusal, settledUpTo } from './settled.ts';

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
  readonly clerkId: string;
  readonly tries: number;
  readonly lastTriedAt: Instant | null;
  readonly reason: Reason | null;
  readonly bytes: number;
  readonly bytesSent: number;
  readonly outcome: 'applied' | 'duplicate' | 'refused' | 'conflict' | null;
  readonly detail: Readonly<Record<string, unknown>>;
  /** A later answer of the hub that is not the first. */
  readonly disputed: { readonly outcome: string; readonly detail: Readonly<Record<string, unknown>> } | null;
}

/** No person reads further; the numbers in the bottom bar count all. */
const mostShown = 1_000;

const tables = `journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq LEFT JOIN entry_try ON entry_try.seq = journal.seq
  LEFT JOIN entry_dispute ON entry_dispute.seq = journal.seq`;
const isOpen = `((entry_answer.seq IS NULL AND NOT ${isDiscarded}) OR (${openRefusal}) OR (${openDispute}))`;
/** What is settled is not looked through again, but for what was answered anew. */
const isLookedAt = '(journal.seq > ? OR journal.seq IN (SELECT seq FROM entry_dispute))';

interface Row extends Omit<QueuedRow, 'reason' | 'detail' | 'disputed'> {
  reason: string | null;
  detail: string | null;
  disputedOutcome: string | null;
  disputedDetail: string | null;
}

const columns = `journal.seq AS seq, entry_id AS entryId, kind, subject, coalesce(application.reference, '') AS reference,
  application.id AS applicationId, journal.at AS at, actor_name AS clerk, actor_id AS clerkId, coalesce(tries, 0) AS tries,
  coalesce(entry_answer.answered_at, last_tried_at) AS lastTriedAt, entry_try.reason AS reason, coalesce(octet_length(payload), 0) AS bytes,
  coalesce(entry_bytes.sent, 0) AS bytesSent, entry_answer.outcome AS outcome, entry_answer.detail AS detail,
  entry_dispute.outcome AS disputedOutcome, entry_dispute.detail AS disputedDetail`;
const shownTables = `${tables} LEFT JOIN journal_payload ON journal_payload.seq = journal.seq
  LEFT JOIN entry_bytes ON entry_bytes.seq = journal.seq
  LEFT JOIN application ON application.id = CASE WHEN subject LIKE 'application:%' THEN substr(subject, 13) END`;

/** Oldest first: acts without the hub's answer, and those that came back and lie open. Entries that concern this PC only are not shown. */
export function listQueued(db: ReadDb, limit = mostShown): QueuedRow[] {
  return db
    .all<Row>(
      `SELECT ${columns} FROM ${shownTables} WHERE ${isLookedAt} AND scope = 'office' AND ${isOpen} ORDER BY journal.seq LIMIT ?`,
      settledUpTo(db),
      limit,
    )
    .map(rowOf);
}

/** One entry while it stands in the queue. */
export function findQueued(db: ReadDb, entryId: string): QueuedRow | undefined {
  const row = db.get<Row>(`SELECT ${columns} FROM ${shownTables} WHERE entry_id = ? AND ${isOpen}`, entryId);
  return row && rowOf(row);
}

function rowOf({ reason, detail, disputedOutcome, disputedDetail, ...row }: Row): QueuedRow {
  return {
    ...row,
    reason: reason === null ? null : (JSON.parse(reason) as Reason),
    detail: parsed(detail),
    disputed: disputedOutcome === null ? null : { outcome: disputedOutcome, detail: parsed(disputedDetail) },
  };
}

function parsed(json: string | null): Readonly<Record<string, unknown>> {
  return json === null ? {} : (JSON.parse(json) as Record<string, unknown>);
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
     WHERE journal.seq > ? AND scope = 'office' AND entry_answer.seq IS NULL AND NOT ${isDiscarded}`,
    settled,
  );
  const returned = db.get<{ refused: number }>(
    `SELECT count(*) AS refused FROM ${tables} WHERE ${isLookedAt} AND entry_answer.seq IS NOT NULL AND ((${openRefusal}) OR (${openDispute}))`,
    settled,
  );
  return { waiting: queued?.waiting ?? 0, refused: returned?.refused ?? 0, oldestAt: queued?.oldestAt ?? null };
}

/** Whether an entry of this device has neither an answer nor a person's word; entries of this PC only count, too. */
export function hasUnsent(db: ReadDb): boolean {
  const row = db.get(
    `SELECT 1 FROM ${tables} WHERE journal.seq > ? AND entry_answer.seq IS NULL AND NOT ${isDiscarded}
       AND NOT (entry_try.seq IS NOT NULL AND ${isSetAside} AND scope = 'device')
     LIMIT 1`,
    settledUpTo(db),
  );
  return row !== undefined || db.get('SELECT 1 FROM entry_again LIMIT 1') !== undefined;
}
