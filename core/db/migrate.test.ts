import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openWriter, type Connection, type WriteDb } from './database.ts';
import { migrate, migrations, type Migration } from './migrate.ts';

const first: Migration = {
  version: 1,
  name: 'first',
  sql: 'CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT; CREATE TABLE sheep (name TEXT) STRICT',
};
const second: Migration = { version: 2, name: 'second', sql: 'ALTER TABLE sheep ADD COLUMN colour TEXT' };
const broken: Migration = {
  version: 2,
  name: 'broken',
  sql: `INSERT INTO sheep (name) VALUES ('Dolly'); CREATE TABLE sheep (name TEXT) STRICT`,
};

const key = randomBytes(32);
let folder: string;
let writer: Connection<WriteDb>;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaunta-migrate-'));
  writer = openWriter({ path: path.join(folder, 'office.db'), key });
});
afterEach(() => {
  writer.close();
  rmSync(folder, { recursive: true });
});

const version = () => writer.raw.pragma('user_version', { simple: true });
const noBackUp = () => undefined;

it('a new file is brought to the newest version, and nothing is backed up', () => {
  const backUp = vi.fn<(from: number) => void>();
  migrate(writer.raw, { steps: [first, second], backUp });
  expect([version(), backUp.mock.calls]).toEqual([2, []]);
  expect(writer.db.all('SELECT version, name FROM migration')).toEqual([
    { version: 1, name: 'first' },
    { version: 2, name: 'second' },
  ]);
});

it('an older file is backed up before its first step, and a file of today is not', () => {
  migrate(writer.raw, { steps: [first], backUp: noBackUp });
  const backUp = vi.fn<(from: number) => void>();
  migrate(writer.raw, { steps: [first, second], backUp });
  migrate(writer.raw, { steps: [first, second], backUp });
  expect([version(), backUp.mock.calls]).toEqual([2, [[1]]]);
});

it('a file of a newer program is refused and left as it is', () => {
  migrate(writer.raw, { steps: [first, second], backUp: noBackUp });
  expect(() => migrate(writer.raw, { steps: [first], backUp: noBackUp })).toThrow(
    expect.objectContaining({ refusal: { code: 'start.newer-file', facts: { fileVersion: 2, programVersion: 1 }, problems: [] } }),
  );
  expect(version()).toBe(2);
});

it('a step that was changed after it was used is refused', () => {
  migrate(writer.raw, { steps: [first], backUp: noBackUp });
  const changed = { ...first, sql: `${first.sql} ` };
  expect(() => migrate(writer.raw, { steps: [changed, second], backUp: noBackUp })).toThrow(
    'Migration 1 is not the one this file was made with',
  );
  expect(version()).toBe(1);
});

it('a step that breaks leaves nothing of itself', () => {
  migrate(writer.raw, { steps: [first], backUp: noBackUp });
  expect(() => migrate(writer.raw, { steps: [first, broken], backUp: noBackUp })).toThrow('already exists');
  expect([version(), writer.db.all('SELECT name FROM sheep')]).toEqual([1, []]);
});

it('the steps of this program are numbered one after the other', () => {
  expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
});
