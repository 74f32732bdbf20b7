import type { ReadDb } from '../db/database.ts';

/** Entries that a person took off the list, or asks to take off it: no act on their subject. */
const listWork = `('queue.discard', 'queue.offerAgain')`;

/** A named person has taken it off the list; it stays in the journal. */
export const isDiscarded = 'EXISTS (SELECT 1 FROM entry_discard WHERE entry_discard.seq = journal.seq)';

/** Kept, but not offered to the hub by itself: what it cannot read, and what another row of this PC stands in the place of. */
export const isSetAside = `json_extract(entry_try.reason, '$.code') IN ('set-aside', 'forked')`;

/**
 * A refusal is dealt with once somebody has acted on the same subject again, or has discarded it. That the hub has nothing to cancel
 * or to move is none: the application ended before the hub had it, or came back with an answer of its own.
 */
export const openRefusal = `entry_answer.outcome IN ('refused', 'conflict') AND NOT ${isDiscarded}
  AND NOT (kind IN ('applications.cancel', 'tests.reschedule') AND json_extract(entry_answer.detail, '$.code') = 'act.not-found')
  AND NOT EXISTS (
    SELECT 1 FROM journal AS later WHERE later.subject = journal.subject AND later.seq > journal.seq AND later.scope = 'office'
      AND later.kind NOT IN ${listWork})`;

/** The hub has answered the same entry in two ways, and nobody has acted on its subject since or put it aside. */
export const openDispute = `entry_dispute.seq IS NOT NULL AND NOT ${isDiscarded}
  AND NOT EXISTS (
    SELECT 1 FROM journal AS later WHERE later.subject = journal.subject AND later.seq > journal.seq AND later.scope = 'office'
      AND later.kind NOT IN ${listWork} AND later.at > entry_dispute.answered_at)`;

/** What is answered stays answered, so what was found once need not be looked through again; a year's journal is long. */
const known = new WeakMap<ReadDb, number>();

/**
 * Up to here every entry is answered and nothing is left to do but what the hub has lost since or answers otherwise. Only for a
 * connection that reads what is committed: it must not remember what is rolled back.
 */
export function settledUpTo(reader: ReadDb): number {
  const from = known.get(reader) ?? 0;
  const row = reader.get<{ upTo: number | null }>(
    `SELECT coalesce(
       (SELECT journal.seq - 1 FROM journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq
        WHERE journal.seq > ? AND ((entry_answer.seq IS NULL AND NOT ${isDiscarded}) OR (${openRefusal})) ORDER BY journal.seq LIMIT 1),
       (SELECT max(seq) FROM journal)) AS upTo`,
    from,
  );
  const upTo = row?.upTo ?? 0;
  known.set(reader, upTo);
  return upTo;
}
