import type { ReadDb } from '../db/database.ts';
import { newestEpoch } from '../office/epoch.ts';
import type { HubHead, OwnChain } from './head.ts';

/** The newest row that the hub has answered and that is not to be sent again. Read before the hub is asked for its head. */
export function answeredUpTo(db: ReadDb): number {
  const row = db.get<{ seq: number }>(
    `SELECT seq FROM entry_answer WHERE NOT EXISTS (SELECT 1 FROM entry_again WHERE entry_again.seq = entry_answer.seq)
     ORDER BY seq DESC LIMIT 1`,
  );
  return row?.seq ?? 0;
}

/** This file's journal beside the hub's head. */
export function ownChain(db: ReadDb, hub: HubHead, answeredSeq: number): OwnChain {
  const row = db.get<{ hash: Uint8Array }>('SELECT hash FROM journal WHERE seq = ?', hub.seq);
  const next = db.get<{ seq: number }>('SELECT first_seq AS seq FROM epoch WHERE epoch > ? ORDER BY epoch LIMIT 1', hub.epoch);
  return {
    epoch: newestEpoch(db).epoch,
    hashAtHead: row ? Buffer.from(row.hash).toString('hex') : null,
    answeredSeq,
    nextEpochSeq: next?.seq ?? null,
  };
}
