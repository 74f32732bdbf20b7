import { AppError } from '../refusal.ts';

/** What a failing call to SQLite, or to the disk itself, means for the office. */
export type StorageFailure = 'disk-full' | 'input-output' | 'read-only' | 'damaged';

const failureByCode: readonly (readonly [string, StorageFailure])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_IOERR', 'input-output'],
  ['SQLITE_CANTOPEN', 'input-output'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EIO', 'input-output'],
];

/** Extended codes begin with the plain one (`SQLITE_IOERR_WRITE`). */
export function storageFailureOf(error: unknown): StorageFailure | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return failureByCode.find(([prefix]) => code.startsWith(prefix))?.[1];
}

/** The refusal for a file that is not ours, is opened with a wrong key, or is broken. */
export function damagedFile(error: unknown): AppError | undefined {
  return storageFailureOf(error) === 'damaged' ? new AppError('start.damaged-file') : undefined;
}
