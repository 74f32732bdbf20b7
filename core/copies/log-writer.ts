import { randomBytes } from 'node:crypto';
import { closeSync, fdatasync, fsync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { makeFolderIn, syncFolder } from '../documents/durable-file.ts';
import type { Transaction } from '../storage.ts';
import { openRecordWriter, type LogStart } from './copy-record.ts';
import { openFrameWriter, SALT_BYTES } from './frame.ts';

const FILE_MODE = 0o600;
const [syncData, syncAll] = [promisify(fdatasync), promisify(fsync)];

/** One log that is being written. Any call may throw what the disk says; the log is then over. */
export interface LogWriter {
  /** The bytes are with the operating system when this returns. */
  append(transaction: Transaction): void;
  /** They are on the disk when this resolves. */
  sync(): Promise<void>;
  close(): void;
}

export interface NewLog {
  readonly folder: string;
  readonly name: string;
  readonly key: Buffer;
}

/** Makes the file of a log; it begins, with the state of that very moment, when the function that comes back is called. */
export async function createLog({ folder, name, key }: NewLog): Promise<(start: LogStart) => LogWriter> {
  await makeFolderIn(folder);
  const frames = openFrameWriter(key, randomBytes(SALT_BYTES));
  const fd = openSync(`${folder}/${name}`, 'wx', FILE_MODE);
  try {
    writeWhole(fd, frames.header);
    await syncAll(fd);
    await syncFolder(folder);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
  return (start) => {
    const record = openRecordWriter();
    writeWhole(fd, frames.frame(Buffer.from(JSON.stringify(start))));
    const log = openTurns(fd);
    return { ...log, append: (transaction) => writeWhole(fd, frames.frame(record(transaction))) };
  };
}

/** Syncs one after the other: what is written while one runs waits for the next, together. */
function openTurns(fd: number): Pick<LogWriter, 'sync' | 'close'> {
  const turns: { running: Promise<void> | undefined; next: Promise<void> | undefined; closed: boolean } = {
    running: undefined,
    next: undefined,
    closed: false,
  };
  const begin = (): Promise<void> => {
    const run = syncData(fd).finally(() => {
      if (turns.running === run) turns.running = undefined;
      if (turns.closed) closeWhenQuiet();
    });
    turns.running = run;
    return run;
  };
  const closeWhenQuiet = () => {
    if (turns.running === undefined && turns.next === undefined) closeSync(fd);
  };
  return {
    sync: () => {
      if (!turns.running) return begin();
      turns.next ??= turns.running
        .catch(() => undefined)
        .then(() => {
          turns.next = undefined;
          return begin();
        });
      return turns.next;
    },
    close: () => {
      if (turns.closed) return;
      turns.closed = true;
      closeWhenQuiet();
    },
  };
}

/** A full disk takes half a frame without a word; that is as good as none. */
function writeWhole(fd: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(fd, bytes, written);
}
