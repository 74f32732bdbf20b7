import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseFile } from '#core/db/database.ts';
import { createKeys } from '#core/keys/key-file.ts';
import { makeOfficeFile } from './bench-office.ts';

/** What opens the made office at each start. */
export const passphrase = 'mti wa mwembe kando ya njia';

/** The data folder of an office that was enrolled with a hub which is away now; `fill` writes what it was told before. */
export async function makeEnrolledFolder(fill: (file: DatabaseFile) => void = () => undefined): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kaunta-bench-office-'));
  const folder = path.join(dataDir, 'office');
  mkdirSync(folder);
  const { database } = await createKeys(folder, { wrapping: 'passphrase', passphrase });
  const file = { path: path.join(folder, 'office.db'), key: database };
  await makeOfficeFile(file);
  fill(file);
  writeFileSync(path.join(dataDir, 'config.json'), JSON.stringify({ mode: 'office', hubUrl: 'http://127.0.0.1:9' }));
  return dataDir;
}
