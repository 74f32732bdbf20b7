import { damagedFile, storageFailureOf as failureOf, type StorageFailure } from '#core/db/failure.ts';

export { damagedFile };
export type { StorageFailure };

/** Takes a full disk for a broken one, to see that the failing disk finds it. */
export function storageFailureOf(error: unknown): StorageFailure | undefined {
  const failure = failureOf(error);
  return failure === 'disk-full' ? 'input-output' : failure;
}
