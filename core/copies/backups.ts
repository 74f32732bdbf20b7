import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '#shared/base/instant.ts';
import { openReader, type DatabaseFile } from '../db/database.ts';
import { makeFolderIn, renamePatiently } from '../documents/durable-file.ts';
import { freeBytesOf } from './chosen-folder.ts';
import { listBackups, listLogs, nameOfBackup, partsOf, type BackupFile, type BackupKind } from './folder.ts';
import type { JobDesk } from './job-desk.ts';
import { keptBackups, removable } from './keep.ts';
import { pointOf } from './standing.ts';

export interface BackupsDeps {
  readonly file: DatabaseFile;
  readonly desk: JobDesk;
}

export interface NewBackup {
  readonly root: string;
  readonly kind: BackupKind;
  readonly at: Instant;
  readonly log: number;
}

/** Makes a backup that has passed its check; one that fails leaves the others as they are. */
export async function makeBackup({ file, desk }: BackupsDeps, fresh: NewBackup): Promise<BackupFile & { readonly tx: number }> {
  const { backups } = partsOf(fresh.root);
  const name = nameOfBackup(fresh);
  const target = path.join(backups, name);
  await makeFolderIn(backups);
  const { bytes, tx } = await desk.run({ kind: 'backup', file, target });
  return { ...fresh, name, path: target, bytes, tx, isDamaged: false };
}

/** Takes away what is past its time or its room. */
export async function removeOld(root: string): Promise<void> {
  const [backups, logs] = await Promise.all([listBackups(root), listLogs(root)]);
  const gone = removable({ backups, logs }, await budgetOf(root, usedBytesOf(backups, logs)));
  const parts = partsOf(root);
  await Promise.all([
    ...gone.backups.map((name) => rm(path.join(parts.backups, name), { force: true })),
    ...gone.logs.map((name) => rm(path.join(parts.logs, name), { force: true })),
  ]);
}

export function usedBytesOf(...files: readonly (readonly { readonly bytes: number }[])[]): number {
  return files.flat().reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Copies never take more than half of the room that there would be without them. */
export async function budgetOf(root: string, usedBytes: number): Promise<number> {
  const free = await freeBytesOf(root);
  return free === null ? keptBackups.budgetBytes : Math.min(keptBackups.budgetBytes, Math.floor((free + usedBytes) / 2));
}

/** Looks at the newest backup again; one that does not read any more is set aside by its name. */
export async function recheckNewest(root: string, { file, desk }: BackupsDeps): Promise<boolean> {
  const newest = (await listBackups(root)).findLast(({ isDamaged }) => !isDamaged);
  if (!newest) return true;
  const { damage } = await desk.run({ kind: 'check', file: { ...file, path: newest.path }, depth: 'quick' });
  if (damage.length > 0) await renamePatiently(newest.path, `${newest.path}.damaged`);
  return damage.length === 0;
}

/** The transaction up to which the newest backup goes; undefined where there is none that reads. */
export async function newestBackedUp(root: string, key: Buffer): Promise<number | undefined> {
  const newest = (await listBackups(root)).findLast(({ isDamaged }) => !isDamaged);
  if (!newest || !(await stat(newest.path).catch(() => undefined))) return undefined;
  try {
    const { db, close } = openReader({ path: newest.path, key });
    try {
      return pointOf(db).tx;
    } finally {
      close();
    }
  } catch {
    return undefined;
  }
}
