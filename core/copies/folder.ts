import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { toInstant, type Instant } from '#shared/base/instant.ts';
import { backupKinds } from '#shared/contract/copies.ts';
import { errorCode } from '../documents/durable-file.ts';

export type BackupKind = (typeof backupKinds)[number];

/** The parts of a copies folder; an office's own stands in it alone. */
export function partsOf(root: string) {
  return {
    root,
    backups: path.join(root, 'backups'),
    logs: path.join(root, 'journal-copy'),
    scans: path.join(root, 'scans'),
    recovery: path.join(root, 'recovery.json'),
  };
}

export interface BackupFile {
  readonly name: string;
  readonly path: string;
  readonly kind: BackupKind;
  readonly at: Instant;
  /** The log whose beginning is not younger than this backup. */
  readonly log: number;
  readonly bytes: number;
  /** It was found damaged after it had been made. */
  readonly isDamaged: boolean;
}

export interface LogName {
  readonly name: string;
  readonly path: string;
  readonly number: number;
  readonly bytes: number;
}

const backupName = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.([a-z-]+)\.(\d{10})\.db(\.damaged)?$/u;
const logName = /^(\d{10})\.log$/u;

export function nameOfLog(number: number): string {
  return `${numberText(number)}.log`;
}

export function nameOfBackup({ at, kind, log }: Pick<BackupFile, 'at' | 'kind' | 'log'>): string {
  return `${at.replaceAll(':', '-')}.${kind}.${numberText(log)}.db`;
}

/** Oldest first. Files that are still being written, or are not ours, are passed over; a folder that is not there holds none. */
export async function listBackups(root: string): Promise<BackupFile[]> {
  const files = await filesOf(partsOf(root).backups);
  return files.flatMap(backupOf).toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

/** Oldest first. */
export async function listLogs(root: string): Promise<LogName[]> {
  const files = await filesOf(partsOf(root).logs);
  return files
    .flatMap((file) => (logName.test(file.name) ? [{ ...file, number: Number(file.name.slice(0, 10)) }] : []))
    .toSorted((one, other) => one.number - other.number);
}

interface FoundFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

function backupOf(file: FoundFile): BackupFile[] {
  const [, day, hour, minute, second, kindText, log, damaged] = backupName.exec(file.name) ?? [];
  const kind = backupKinds.find((one) => one === kindText);
  if (!kind) return [];
  return [{ ...file, kind, at: toInstant(`${day}T${hour}:${minute}:${second}`), log: Number(log), isDamaged: damaged !== undefined }];
}

async function filesOf(folder: string): Promise<FoundFile[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  });
  const files = await Promise.all(
    names.map(async (name) => {
      const own = path.join(folder, name);
      const found = await stat(own).catch(() => undefined);
      return found?.isFile() ? [{ name, path: own, bytes: found.size }] : [];
    }),
  );
  return files.flat();
}

function numberText(number: number): string {
  return String(number).padStart(10, '0');
}
