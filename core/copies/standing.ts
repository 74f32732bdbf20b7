import { randomUUID } from 'node:crypto';
import type { ReadDb } from '../db/database.ts';
import type { Storage } from '../storage.ts';
import { endOf, readLog, type CopiedLog } from './copied-log.ts';
import type { BranchPoint, LogStart } from './copy-record.ts';
import { listLogs } from './folder.ts';

/** Where an office's file stands among its copies. */
export interface FilePoint extends BranchPoint {
  readonly from: BranchPoint | null;
}

interface StateRow {
  line: string;
  tx: number;
  from_line: string | null;
  from_tx: number | null;
}

export function pointOf(db: ReadDb): FilePoint {
  const row = db.get<StateRow>('SELECT line, tx, from_line, from_tx FROM copy_state WHERE one = 1');
  if (!row) throw new Error('This file does not say where it stands among its copies');
  const { line, tx, from_line: fromLine, from_tx: fromTx } = row;
  return { line, tx, from: fromLine === null || fromTx === null ? null : { line: fromLine, tx: fromTx } };
}

/** A file that was never copied begins a line of its own. */
export function nameLine(storage: Storage): void {
  if (pointOf(storage.reader).line !== '') return;
  storage.transact((db) => db.run('UPDATE copy_state SET line = ? WHERE one = 1', randomUUID()));
}

export function logStartOf(db: ReadDb, { schemaVersion, at }: Pick<LogStart, 'schemaVersion' | 'at'>): LogStart {
  const { line, tx, from } = pointOf(db);
  return { line, from, afterTx: tx, schemaVersion, at };
}

/**
 * `continues`: the next log goes on where the newest ends. `behind`: transactions are missing there, so a new backup must stand first.
 * `set-back`: the logs know transactions that this file, of the same line, does not.
 */
export type Standing = 'continues' | 'behind' | 'set-back';

export interface CopiesFound {
  readonly standing: Standing;
  readonly nextLog: number;
}

/** Compares the file with the newest log of the folder. */
export async function findStanding(root: string, key: Buffer, point: BranchPoint): Promise<CopiesFound> {
  const logs = await listLogs(root);
  const nextLog = (logs.at(-1)?.number ?? 0) + 1;
  for (const log of logs.toReversed()) {
    const newest = await readLog(log, key);
    if (newest !== 'empty') return { standing: standingOf(newest, point), nextLog };
  }
  return { standing: 'behind', nextLog };
}

function standingOf(newest: CopiedLog | undefined, { line, tx }: BranchPoint): Standing {
  if (!newest || newest.end === 'broken' || newest.start.line !== line) return 'behind';
  const end = endOf(newest);
  // One more than the file has was written, but never committed: the program ended between the two.
  if (end === tx || end === tx + 1) return 'continues';
  return end < tx ? 'behind' : 'set-back';
}
