import path from 'node:path';
import { migrate, migrations, type Migration } from '../db/migrate.ts';
import { openWriter } from '../db/database.ts';
import { makeFolder } from '../documents/durable-file.ts';
import { openStorage, type Storage } from '../storage.ts';

/** Opens the office's database, brought to this program's version; a copy is made before the first step that changes anything. */
export async function openOfficeFile(folder: string, key: Buffer, steps: readonly Migration[] = migrations): Promise<Storage> {
  const file = { path: path.join(folder, 'office.db'), key };
  const backups = path.join(folder, 'backups');
  await makeFolder(backups);
  const { raw, close } = openWriter(file);
  try {
    migrate(raw, {
      steps,
      backUp: (version) => {
        raw.prepare('VACUUM INTO ?').run(path.join(backups, `before-migration-from-${version}-${Date.now()}.db`));
      },
    });
  } finally {
    close();
  }
  return openStorage(file);
}
