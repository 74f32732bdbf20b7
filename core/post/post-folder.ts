import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, makeFolder, renamePatiently, syncFolder, writeDurably } from '../documents/durable-file.ts';

export type LetterKind = 'letter' | 'answer';

/** Letters and answers as files of the office's folder; both are sealed, so they stand there as they travel. */
export interface PostFolder {
  put(kind: LetterKind, letterId: string, bytes: Uint8Array): Promise<void>;
  /** Undefined: no such letter was kept here. */
  get(kind: LetterKind, letterId: string): Promise<Buffer | undefined>;
}

export function openPostFolder(folder: string): PostFolder {
  const pathOf = (kind: LetterKind, letterId: string) => path.join(folder, `${letterId}.${kind}`);
  return {
    put: async (kind, letterId, bytes) => {
      await makeFolder(folder);
      const fresh = path.join(folder, `${randomUUID()}.new`);
      try {
        await writeDurably(fresh, bytes);
        await renamePatiently(fresh, pathOf(kind, letterId));
      } catch (error) {
        await rm(fresh, { force: true });
        throw error;
      }
      await syncFolder(folder);
    },
    get: async (kind, letterId) => {
      try {
        return await readFile(pathOf(kind, letterId));
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}
