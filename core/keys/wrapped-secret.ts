import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import * as z from 'zod';

/** A secret that opens with words somebody knows or has on paper. */
export const wrappedByWords = z.strictObject({ secret: z.base64(), salt: z.base64(), nonce: z.base64(), tag: z.base64() });
export type WrappedByWords = z.infer<typeof wrappedByWords>;

/** Argon2id at twice a sign-in's cost: it guards the whole file and is paid once a day. */
const stretching = { memoryCost: 131_072, timeCost: 3, parallelism: 1, outputLen: 32 };
const cipherName = 'aes-256-gcm';

export async function wrapWithWords(secret: Buffer, words: string): Promise<WrappedByWords> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv(cipherName, await stretch(words, salt), nonce);
  const wrapped = Buffer.concat([cipher.update(secret), cipher.final()]);
  const text = (bytes: Buffer) => bytes.toString('base64');
  return { secret: text(wrapped), salt: text(salt), nonce: text(nonce), tag: text(cipher.getAuthTag()) };
}

/** Undefined where these are other words. */
export async function unwrapWithWords(wrapped: WrappedByWords, words: string): Promise<Buffer | undefined> {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const decipher = createDecipheriv(cipherName, await stretch(words, bytes(wrapped.salt)), bytes(wrapped.nonce), { authTagLength: 16 });
  decipher.setAuthTag(bytes(wrapped.tag));
  try {
    return Buffer.concat([decipher.update(bytes(wrapped.secret)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function stretch(words: string, salt: Buffer): Promise<Buffer> {
  return hashRaw(words.normalize('NFKC'), { ...stretching, salt });
}
