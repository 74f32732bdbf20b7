import { randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A scan that came in whole but is not yet under its name. */
export interface IncomingScan {
  write(chunk: Buffer): Promise<void>;
  /** Flushes the bytes to the disk and puts them under their name in one step; a scan that is there already stays. */
  finish(sha256: string): Promise<void>;
  abandon(): Promise<void>;
}

/** Scans as files named by their hash; several hub processes may share the folder. */
export interface ScanFolder {
  receive(): Promise<IncomingScan>;
  /** Undefined: the file is not here. */
  read(sha256: string): Promise<{ readonly bytes: number; readonly stream: ReadStream } | undefined>;
}

export async function openScanFolder(folder: string): Promise<ScanFolder> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    receive: async () => {
      const path = join(incoming, randomUUID());
      const file = await open(path, 'wx', 0o600);
      return {
        write: async (chunk) => {
          await file.write(chunk);
        },
        finish: async (sha256) => {
          await file.sync();
          await file.close();
          await mkdir(dirname(pathOf(sha256)), { recursive: true });
          await rename(path, pathOf(sha256));
        },
        abandon: async () => {
          await file.close().catch(() => undefined);
          await rm(path, { force: true });
        },
      };
    },
    read: async (sha256) => {
      const found = await stat(pathOf(sha256)).catch(() => undefined);
      return found && { bytes: found.size, stream: createReadStream(pathOf(sha256)) };
    },
  };
}
