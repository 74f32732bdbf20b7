import { closeSync, fsyncSync, openSync } from 'node:fs';
import path from 'node:path';
import { migrate, migrations, type Migration } from '../db/migrate.ts';
import { openWriter } from '../db/database.ts';
import { makeFolder } from '../documents/durable-file.ts';
import { openStorage, type Storage } from '../storage.ts';

export const officeFileName = 'office.db';

/** Opens the office's database, brought to this program's version; a copy is made before the first step that changes anything. */
export async function openOfficeFile(folder: string, key: Buffer, steps: readonly Migration[] = migrations): Promise<Storage> {
  const file = { path: path.join(folder, officeFileName), key };
  const backups = path.join(folder, 'backups');
  await makeFolder(backups);
  const { raw, close } = openWriter(file);
  try {
    migrate(raw, {
      steps,
      backUp: (version) => {
        const copy = path.join(backups, `before-migration-from-${version}-${Date.now()}.db`);
        raw.prepare('VACUUM INTO ?').run(copy);
        putOnDisk(copy);
      },
    });
  } finally {
    close();
  }
  return openStorage(file);
}

/** SQLite leaves what VACUUM INTO writes to the system; a power cut after the first step must find the copy whole. */
function putOnDisk(copy: string): void {
  sync(copy, 'r+');
  // Windows cannot open a folder for this, and NTFS journals names itself.
  if (process.platform !== 'win32') sync(path.dirname(copy), 'r');
}

function sync(name: string, mode: 'r' | 'r+'): void {
  const descriptor = openSync(name, mode);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
