import { readFile } from 'node:fs/promises';
import type { Transaction } from '../storage.ts';
import { openRecordReader, type LogStart } from './copy-record.ts';
import type { LogName } from './folder.ts';
import { readFrames, type ReadFrames } from './frame.ts';

/** One log as it was read back. */
export interface CopiedLog {
  readonly start: LogStart;
  readonly transactions: readonly Transaction[];
  readonly end: ReadFrames['end'];
}

/** Undefined where nothing of it can be read; a log of which only the beginning stands is `empty`. */
export async function readLog(log: LogName, key: Buffer): Promise<CopiedLog | 'empty' | undefined> {
  const frames = readFrames(key, await readFile(log.path));
  if (!frames) return undefined;
  const [first, ...contents] = frames.contents;
  if (!first) return 'empty';
  return {
    start: JSON.parse(first.toString('utf8')) as LogStart,
    transactions: contents.map(openRecordReader()),
    end: frames.end,
  };
}

/** The last transaction that a log tells of. */
export function endOf({ start, transactions }: CopiedLog): number {
  return transactions.at(-1)?.tx ?? start.afterTx;
}
