import { createHash } from 'node:crypto';
import { readCode } from '#shared/protocol/paper-code.ts';

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const shortCodeLength = 12;

/** What is typed where a code cannot be read: 60 bits of its signature's hash, in signs that nobody misreads, such as `7K2M-9QXA-04TB`. */
export function shortCodeOf(code: string): string {
  const signature = readCode(code)?.paperSignature;
  return signature ? shortCode(signature) : '';
}

/** The same of a signature. */
export function shortCode(signature: Uint8Array): string {
  const hash = createHash('sha256').update(signature).digest();
  const text = Array.from({ length: shortCodeLength }, (_, place) => signs[(hash[place] ?? 0) % signs.length]).join('');
  return text.replace(/(.{4})(?=.)/gu, '$1-');
}
