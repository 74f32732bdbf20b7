import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runFolder } from './run-folder.ts';

/** A folder that the first test file of a run that asks for it makes for all of them. */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const made = join(runFolder(), name);
  if (existsSync(made)) return made;
  const folder = await mkdtemp(`${made}-`);
  await make(folder);
  // Of two files that made one at once, the second finds the first's in place.
  await rename(folder, made).catch(() => rm(folder, { recursive: true, force: true }));
  return made;
}
