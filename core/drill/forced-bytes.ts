import type { ReadDb } from '../db/database.ts';

/** The page, and what stands before it in the log: SQLite's file format, section 4.1. */
const logHeaderBytes = 32;
const frameHeaderBytes = 24;
const pageBytes = 4096;

/** What SQLite's own settings and counters say of the write-ahead log. */
export interface LogStanding {
  /** Frames that stand in the log since it was last begun anew. */
  readonly frames: number;
  /** Frames of them that are forced to the disk: a power cut cannot take these. */
  readonly forcedFrames: number;
  /** Frames of them that a checkpoint has written into the file itself. */
  readonly checkpointedFrames: number;
}

/**
 * Looks at the log right after a COMMIT. With `synchronous` FULL SQLite forces the log before COMMIT returns; with NORMAL only before a
 * checkpoint; with OFF never (sqlite.org/pragma.html#pragma_synchronous). Not taken on trust from our own code, but read back.
 */
export function logStanding(writer: ReadDb): LogStanding {
  const synchronous = writer.get<{ synchronous: number }>('PRAGMA synchronous')?.synchronous ?? 0;
  const log = writer.get<{ log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)');
  if (!log || log.log < 0) throw new Error('The practice file has no write-ahead log');
  const forcedFrames = synchronous >= 2 ? log.log : synchronous === 1 ? log.checkpointed : 0;
  return { frames: log.log, forcedFrames, checkpointedFrames: log.checkpointed };
}

export function logBytes(frames: number): number {
  return frames === 0 ? 0 : logHeaderBytes + frames * (frameHeaderBytes + pageBytes);
}
