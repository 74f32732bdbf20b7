import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export function officeFolder(dataDir: string): string {
  return path.join(dataDir, 'office');
}

export function officeFile(dataDir: string): string {
  return path.join(officeFolder(dataDir), 'office.db');
}

export function copiesFolder(dataDir: string): string {
  return path.join(officeFolder(dataDir), 'copies');
}

/** Oldest first. */
export async function backupsIn(root: string): Promise<string[]> {
  return (await filesIn(path.join(root, 'backups'))).filter((name) => name.endsWith('.db'));
}

/** Oldest first. */
export function logsIn(root: string): Promise<string[]> {
  return filesIn(path.join(root, 'journal-copy'));
}

export async function newest(files: Promise<readonly string[]>): Promise<string> {
  const file = (await files).at(-1);
  if (!file) throw new Error('There is no such file');
  return file;
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).toSorted().map((name) => path.join(folder, name));
}

/** What a dying disk leaves: the file is there, and nothing in it is what it was. */
export async function destroy(file: string): Promise<void> {
  const { length } = await readFile(file);
  await writeFile(file, Buffer.alloc(length, 0x5a));
}

export async function destroyOfficeFile(dataDir: string): Promise<void> {
  await destroy(officeFile(dataDir));
  for (const part of ['-wal', '-shm']) await rm(`${officeFile(dataDir)}${part}`, { force: true });
}

export async function removeOfficeFile(dataDir: string): Promise<void> {
  for (const part of ['', '-wal', '-shm']) await rm(`${officeFile(dataDir)}${part}`, { force: true });
}

/** `at` is a share of the file: 0.5 is its middle. */
export async function flipBit(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  const place = Math.floor(bytes.length * at);
  bytes.writeUInt8((bytes[place] ?? 0) ^ 0x10, place);
  await writeFile(file, bytes);
}

export async function cutEnd(file: string, bytes: number): Promise<void> {
  const content = await readFile(file);
  await writeFile(file, content.subarray(0, content.length - bytes));
}
