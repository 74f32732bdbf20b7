import type { FeatureHandlers } from '../handler.ts';
import { timelineLineOf, timelineOf, type TimelineRow } from '../journal/timeline.ts';
import { verifyJournal } from '../journal/verify.ts';

/** The journal as people read it. */
export const recordHandlers: FeatureHandlers<'records'> = {
  history: (cx, { subject }) => timelineOf(cx.db, subject, cx.office),
  journal: (cx, { beforeSeq, limit }) =>
    cx.db
      .all<TimelineRow & { seq: number; epoch: number; hash: Uint8Array }>(
        `SELECT journal.seq AS seq, epoch, hash, entry_id, at, kind, actor_name, payload
         FROM journal LEFT JOIN journal_payload USING (seq) WHERE journal.seq < ? ORDER BY journal.seq DESC LIMIT ?`,
        beforeSeq ?? Number.MAX_SAFE_INTEGER,
        limit,
      )
      .map((row) => ({
        seq: row.seq,
        epoch: row.epoch,
        hash: Buffer.from(row.hash).toString('hex'),
        line: timelineLineOf(row, cx.office),
      })),
  verify: (cx) => {
    const { faults, ...found } = verifyJournal(cx.db, cx.office.deviceId);
    return { ...found, faults: [...faults] };
  },
};
