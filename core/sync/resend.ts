import type { Instant } from '#shared/base/instant.ts';
import type { WriteDb } from '../db/database.ts';
import { isDiscarded, isSetAside } from './settled.ts';

/**
 * The hub has lost everything from here on: what it had answered is sent again with all it needs, and so are the scans that belong to it.
 * What it took by its hash alone goes by its hash again, because the chain runs through it.
 */
export function noteResend(db: WriteDb, fromSeq: number): void {
  db.run(
    `INSERT INTO entry_again (seq) SELECT journal.seq FROM journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq
       LEFT JOIN entry_try ON entry_try.seq = journal.seq
     WHERE journal.seq >= ? AND (entry_answer.seq IS NOT NULL OR json_extract(entry_try.reason, '$.code') = 'set-aside')
     ON CONFLICT (seq) DO NOTHING`,
    fromSeq,
  );
  db.run(
    `DELETE FROM scan_at_hub WHERE sha256 IN (
       SELECT sha256 FROM scan_for_hub JOIN journal ON journal.subject = scan_for_hub.subject WHERE journal.seq >= ?)`,
    fromSeq,
  );
}

/**
 * Rows of an older epoch that the hub never took, because something else stands in their place there: a supervisor decides. Those of
 * another epoch may join the hub's chain elsewhere; where they do not, they are refused, and set aside, in their turn.
 */
export function setBranchAside(db: WriteDb, { fromSeq, code }: { readonly fromSeq: number; readonly code: string }, at: Instant): void {
  db.run(
    `INSERT INTO entry_try (seq, tries, last_tried_at, reason)
     SELECT journal.seq, 1, ?, ? FROM journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq
       LEFT JOIN entry_try ON entry_try.seq = journal.seq
     WHERE journal.seq >= ? AND epoch = (SELECT epoch FROM journal WHERE seq = ?) AND entry_answer.seq IS NULL AND NOT ${isDiscarded}
       AND NOT (entry_try.seq IS NOT NULL AND ${isSetAside})
     ON CONFLICT (seq) DO UPDATE SET tries = tries + 1, last_tried_at = excluded.last_tried_at, reason = excluded.reason`,
    at,
    JSON.stringify({ code: 'forked', facts: { code } }),
    fromSeq,
    fromSeq,
  );
}
