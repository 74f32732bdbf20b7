import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
/** A virus scanner on Windows holds a new file for moments; together just over a second. */
const RENAME_PAUSES_MS = [10, 40, 160, 320, 640];
const HELD_CODES = new Set(['EPERM', 'EACCES', 'EBUSY']);

export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
}

/** Fails where the folder it would stand in is not there: a disk that was pulled out is not made up for by a folder of its name. */
export async function makeFolderIn(folder: string): Promise<void> {
  await mkdir(folder, { mode: FOLDER_MODE }).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
}

/** Fails where the file exists. The content is on the disk when this returns, the name may not be. */
export async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', FILE_MODE);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The file holds either its content of before or this one, whatever happens; both name and content are on the disk when this returns. */
export async function replaceDurably(path: string, content: Uint8Array): Promise<void> {
  const fresh = `${path}.${randomUUID()}`;
  await writeDurably(fresh, content);
  await renamePatiently(fresh, path);
  await syncFolder(dirname(path));
}

export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts names that were made or moved in the folder on the disk. Windows cannot open a folder for this, and NTFS journals names itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function renamePatiently(from: string, to: string): Promise<void> {
  for (const pauseMs of RENAME_PAUSES_MS) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (process.platform !== 'win32' || !HELD_CODES.has(errorCode(error))) throw error;
      await sleep(pauseMs);
    }
  }
  await rename(from, to);
}

/** The system's own code, as ENOENT; empty for any other error. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
