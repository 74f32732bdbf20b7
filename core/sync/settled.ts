import type { ReadDb } from '../db/database.ts';

/**
 * A refusal is dealt with once somebody has acted on the same subject again. That the hub has nothing to cancel is none: the application
 * was cancelled before the hub had it.
 */
export const openRefusal = `outcome IN ('refused', 'conflict')
  AND NOT (kind = 'applications.cancel' AND json_extract(detail, '$.code') = 'act.not-found')
  AND NOT EXISTS (
    SELECT 1 FROM journal AS later WHERE later.subject = journal.subject AND later.seq > journal.seq AND later.scope = 'office')`;

/** What is answered stays answered, so what was found once need not be looked through again; a year's journal is long. */
const known = new WeakMap<ReadDb, number>();

/**
 * Up to here every entry is answered and nothing is left to do. Only for a connection that reads what is committed: it must not remember
 * what is rolled back.
 */
export function settledUpTo(reader: ReadDb): number {
  const from = known.get(reader) ?? 0;
  const row = reader.get<{ upTo: number | null }>(
    `SELECT coalesce(
       (SELECT journal.seq - 1 FROM journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq
        WHERE journal.seq > ? AND (outcome IS NULL OR (${openRefusal})) ORDER BY journal.seq LIMIT 1),
       (SELECT max(seq) FROM journal)) AS upTo`,
    from,
  );
  const upTo = row?.upTo ?? 0;
  known.set(reader, upTo);
  return upTo;
}
