import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import { instant } from '#shared/contract/model.ts';
import { errorCode, replaceDurably } from '../documents/durable-file.ts';
import { unwrapWithWords, wrappedByWords, wrapWithWords } from './wrapped-secret.ts';
import { newRecoveryCode, readRecoveryCode, readSecretCode } from './recovery-code.ts';

export const recoveryFileName = 'recovery.json';

/** The office's secret as the printed code opens it. It stands beside `key.json` and in the copies folder. */
const recoveryFile = z.strictObject({ madeAt: instant, ...wrappedByWords.shape });
export type RecoveryFile = z.infer<typeof recoveryFile>;

export interface NewRecovery {
  readonly code: string;
  readonly file: RecoveryFile;
}

export async function makeRecovery(secret: Buffer, madeAt: Instant): Promise<NewRecovery> {
  const code = newRecoveryCode();
  const words = readRecoveryCode(code);
  if (words === undefined) throw new Error('A new recovery code does not read back');
  return { code, file: { madeAt, ...(await wrapWithWords(secret, words)) } };
}

export function storeRecovery(path: string, file: RecoveryFile): Promise<void> {
  return replaceDurably(path, Buffer.from(JSON.stringify(file)));
}

/** Undefined where no code was ever made, or its file is not whole. */
export async function findRecovery(path: string): Promise<RecoveryFile | undefined> {
  try {
    const parsed = recoveryFile.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The secret, or which of the two is the case: the code was mistyped, or it is another office's or an older one. */
export async function openRecovery(files: readonly RecoveryFile[], typed: string): Promise<Buffer | 'mistyped' | 'wrong'> {
  const own = readSecretCode(typed);
  if (own) return own;
  const words = readRecoveryCode(typed);
  if (words === undefined) return 'mistyped';
  for (const file of files) {
    const secret = await unwrapWithWords(file, words);
    if (secret) return secret;
  }
  return 'wrong';
}
