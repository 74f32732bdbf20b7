import { closeSync, fsyncSync, openSync } from 'node:fs';
import { openReader, type DatabaseFile, type ReadDb } from '../db/database.ts';

/** Reads something from a file that nobody has open. */
export function readFrom<T>(file: DatabaseFile, work: (db: ReadDb) => T): T {
  const { db, close } = openReader(file);
  try {
    return work(db);
  } finally {
    close();
  }
}

/** Puts a file on the disk. Opened for writing, because Windows flushes no file that is only read. */
export function syncFile(file: string): void {
  const fd = openSync(file, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Puts names that were made in a folder on the disk. Windows cannot open a folder for this, and NTFS journals names itself. */
export function syncNames(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
