import { existsSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file that was not there, readable by its owner alone: it holds the hub's keys. It gets its name when all of it is on the disk,
 * so that what has the name is whole.
 */
export async function writeNewFile(file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} is there already; a backup overwrites nothing`);
  const unfinished = `${file}.unfinished`;
  try {
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(dirname(file));
}

/** Windows has no folder to sync: there the rename itself is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
