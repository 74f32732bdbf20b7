import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A scan on its way in: who sends it, what it will be, and how long that is. */
export interface ScanUpload {
  readonly deviceId: string;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Scans as files named by their hash; several hub processes may share the folder. Parts of one upload may even come twice at once: they
 * are the same bytes for the same place.
 */
export interface ScanFolder {
  /** How many bytes of it are on the disk; undefined: none were asked for. */
  arrived(upload: ScanUpload): Promise<number | undefined>;
  begin(upload: ScanUpload): Promise<void>;
  /** On the disk when this returns. */
  write(upload: ScanUpload, part: { readonly offset: number; readonly bytes: Uint8Array }): Promise<void>;
  /** Puts a whole upload under its name; false where it is not what its hash says: then nothing of it is kept. */
  finish(upload: ScanUpload): Promise<boolean>;
  /** Undefined: the file is not here. */
  read(sha256: string): Promise<{ readonly bytes: number; readonly stream: ReadStream } | undefined>;
}

/** Nobody goes on with an upload of this age: the office sends it anew. */
const staleMs = 14 * 24 * 60 * 60_000;

export async function openScanFolder(folder: string): Promise<ScanFolder> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  await dropStale(incoming);
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const partOf = ({ deviceId, sha256, bytes }: ScanUpload) => join(incoming, `${deviceId}.${sha256}.${bytes}`);
  return {
    arrived: async (upload) => (await statOf(partOf(upload)))?.size,
    begin: async (upload) => {
      const file = await open(partOf(upload), 'a', 0o600);
      await file.close();
    },
    write: async (upload, { offset, bytes }) => {
      const file = await open(partOf(upload), 'r+');
      try {
        await file.write(bytes, 0, bytes.length, offset);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    finish: async (upload) => {
      const part = partOf(upload);
      if ((await sha256Of(part)) !== upload.sha256) {
        await rm(part, { force: true });
        return false;
      }
      await mkdir(dirname(pathOf(upload.sha256)), { recursive: true });
      await rename(part, pathOf(upload.sha256));
      return true;
    },
    read: async (sha256) => {
      const found = await statOf(pathOf(sha256));
      return found && { bytes: found.size, stream: createReadStream(pathOf(sha256)) };
    },
  };
}

function statOf(path: string) {
  return stat(path).catch(() => undefined);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function dropStale(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const found = await statOf(path);
    if (found && found.mtimeMs < Date.now() - staleMs) await rm(path, { force: true });
  }
}
