import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, it, onTestFinished } from 'vitest';
import { openPglite } from './pglite.ts';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaunta-pglite-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it('a new folder is filled from the template, what a dying program left is thrown away, and the folder opens again', async () => {
  const folder = await emptyFolder();
  const made = await PGlite.create();
  await made.exec('CREATE TABLE from_template (n int); INSERT INTO from_template VALUES (7)');
  const template = join(folder, 'template.tar.gz');
  await writeFile(template, Buffer.from(await (await made.dumpDataDir('gzip')).arrayBuffer()));
  await made.close();
  const register = join(folder, 'register');
  await mkdir(`${register}.unfinished/base`, { recursive: true });

  const read = async () => {
    const database = await openPglite(register, template);
    const rows = await database.transaction((sql) => sql.query<{ n: number }>('SELECT n FROM from_template'));
    await database.close();
    return rows;
  };
  expect(await read()).toEqual([{ n: 7 }]);
  expect(await read()).toEqual([{ n: 7 }]);
  expect((await readdir(folder)).toSorted()).toEqual(['register', 'template.tar.gz']);
});
