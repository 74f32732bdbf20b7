import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../documents/durable-file.ts';

/** A mark that stands in the folder while the office's file is open: found at the next opening, the program did not end as it should. */
export interface WorkMark {
  readonly wasLeft: boolean;
  /** The file was closed properly. */
  readonly takeAway: () => Promise<void>;
}

export async function leaveMark(folder: string): Promise<WorkMark> {
  const mark = path.join(folder, 'at-work');
  const wasLeft = existsSync(mark);
  if (!wasLeft) {
    await writeFile(mark, '', { mode: 0o600 });
    await syncFolder(folder);
  }
  return { wasLeft, takeAway: () => rm(mark, { force: true }) };
}
