import { randomBytes } from 'node:crypto';

const saltBytes = 16;
const saltsPerPage = 256;
let page: Buffer = Buffer.alloc(0);

/** 16 random bytes, never given twice. Drawn by the page: asking for each alone costs an act more than hashing its payload. */
export function newSalt(): Buffer {
  if (page.length === 0) page = randomBytes(saltBytes * saltsPerPage);
  const salt = page.subarray(0, saltBytes);
  page = page.subarray(saltBytes);
  return salt;
}
