import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const runFolderVariable = 'KAUNTA_RUN_FOLDER';

/** What test files of one run make once and share; it is gone with the run, so nothing in it is ever older than the program. */
export function runFolder(): string {
  const folder = process.env[runFolderVariable];
  if (folder === undefined) throw new Error('Only a run of Vitest has a folder to share');
  return folder;
}

/** Done once for a whole run by Vitest; the processes of test files, and the programs they start, inherit the name. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kaunta-run-'));
  process.env[runFolderVariable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
