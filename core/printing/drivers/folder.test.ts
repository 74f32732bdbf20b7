import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { folderDriver } from './folder.ts';

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'kaunta-papers-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

const job = (address: string, fileName: string, content: string) => ({
  address,
  sheet: { title: 'x', fileName, width: 'a4' as const, bytes: Buffer.from(content) },
  onQueued: () => undefined,
  onTrouble: () => undefined,
  signal: new AbortController().signal,
  isEnding: () => false,
});

it('keeps each paper under its own name, and never writes over one', async () => {
  const place = await folder();
  const first = await folderDriver.send(job(place, 'R-1.pdf', 'first'));
  expect(first).toEqual({ kind: 'saved', file: path.join(place, 'R-1.pdf') });
  expect(await folderDriver.send(job(place, 'R-1.pdf', 'second'))).toEqual({ kind: 'saved', file: path.join(place, 'R-1-2.pdf') });
  expect(await readFile(path.join(place, 'R-1.pdf'), 'utf8')).toBe('first');
});

it('keeps a paper in its folder whatever its name says', async () => {
  const place = await folder();
  await folderDriver.send(job(place, '../../R-1.pdf', 'x'));
  expect(await readdir(place)).toEqual(['R-1.pdf']);
});

it('says so where the folder is gone', async () => {
  const place = path.join(await folder(), 'gone');
  expect(await folderDriver.look(place)).toEqual({ problem: 'cannot-save', words: 'ENOENT' });
  expect(await folderDriver.send(job(place, 'R-1.pdf', 'x'))).toEqual({ kind: 'held', problem: 'cannot-save', words: 'ENOENT' });
});
