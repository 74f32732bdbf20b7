import { copyFile, open } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, makeFolder } from '../documents/durable-file.ts';
import { officeFile } from './drill-order.ts';

export interface TornCopy {
  readonly from: string;
  readonly to: string;
  /** What the disk had taken for good. */
  readonly forcedBytes: number;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

const log = `${officeFile}-wal`;

/**
 * Copies the files of a counter that stands still, as a power cut would leave them: the file, and the log with whatever was not yet forced
 * to the disk kept, lost, cut short or torn by the sector. The shared index is left out, because it lives in memory only.
 */
export async function copyAsCut({ from, to, forcedBytes, random }: TornCopy): Promise<void> {
  await makeFolder(to);
  await copyFile(path.join(from, officeFile), path.join(to, officeFile));
  try {
    await copyFile(path.join(from, log), path.join(to, log));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return;
  }
  await spoilTail(path.join(to, log), forcedBytes, random);
}

const sectorBytes = 512;

async function spoilTail(logPath: string, forcedBytes: number, random: () => number): Promise<void> {
  const handle = await open(logPath, 'r+');
  try {
    const { size } = await handle.stat();
    const loose = size - forcedBytes;
    if (loose <= 0) return;
    const fate = Math.floor(random() * 4);
    if (fate === 1) await handle.truncate(forcedBytes);
    if (fate === 2) await handle.truncate(forcedBytes + Math.floor(random() * loose));
    if (fate !== 3) return;
    for (let at = forcedBytes; at < size; at += sectorBytes)
      if (random() < 0.5) await handle.write(Buffer.alloc(Math.min(sectorBytes, size - at)), 0, undefined, at);
  } finally {
    await handle.close();
  }
}
