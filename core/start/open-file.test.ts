import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openReader } from '../db/database.ts';
import { migrations } from '../db/migrate.ts';
import { openOfficeFile } from './open-file.ts';

const key = randomBytes(32);
const secret = 'a name that nobody may read';
const newer = [...migrations, { version: migrations.length + 1, name: 'newer', sql: 'ALTER TABLE user ADD COLUMN shoe_size INTEGER' }];
const refused = (code: string) => expect.objectContaining({ refusal: expect.objectContaining({ code }) });

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaunta-file-'));
  const storage = await openOfficeFile(folder, key);
  storage.transact((db) => db.run('INSERT INTO office_setting (key, value) VALUES (?, ?)', 'secret', secret));
  storage.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const backups = () => readdirSync(path.join(folder, 'backups')).map((file) => path.join(folder, 'backups', file));

it('an office file of an older version is copied once before it is migrated, and never otherwise', async () => {
  (await openOfficeFile(folder, key)).close();
  expect(backups()).toEqual([]);
  (await openOfficeFile(folder, key, newer)).close();
  (await openOfficeFile(folder, key, newer)).close();
  expect(backups()).toEqual([expect.stringContaining(`before-migration-from-${migrations.length}-`)]);
});

it('the copy holds what the office held, opens with its key alone, and shows nothing without', async () => {
  (await openOfficeFile(folder, key, newer)).close();
  const [file = ''] = backups();
  const copy = openReader({ path: file, key });
  expect(copy.db.all('SELECT value FROM office_setting')).toEqual([{ value: secret }]);
  copy.close();
  expect(readFileSync(file).includes(secret)).toBe(false);
  expect(() => openReader({ path: file, key: randomBytes(32) })).toThrow(refused('start.damaged-file'));
});

it('a file of a newer program is refused, and still opens with that program', async () => {
  (await openOfficeFile(folder, key, newer)).close();
  await expect(openOfficeFile(folder, key)).rejects.toEqual(refused('start.newer-file'));
  (await openOfficeFile(folder, key, newer)).close();
});

it('nothing that was stored stands readable in the folder', async () => {
  for (const file of readdirSync(folder).filter((name) => name.startsWith('office.db'))) {
    expect(readFileSync(path.join(folder, file)).includes(secret)).toBe(false);
  }
});
