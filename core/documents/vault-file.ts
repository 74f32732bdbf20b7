import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes } from 'node:crypto';

/*
 * A file of the vault: magic (4 bytes), version (1), key id (8), nonce (12), tag (16), then the content under AES-256-GCM.
 * The tag also covers the magic, the version, the key id and the name, so that no file passes for another.
 */
const MAGIC = Buffer.from('KVLT');
const VERSION = 1;
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PREFIX_BYTES = MAGIC.length + 1 + KEY_ID_BYTES;
const HEADER_BYTES = PREFIX_BYTES + NONCE_BYTES + TAG_BYTES;
const CIPHER = 'aes-256-gcm';

type Opened = Readonly<{ kind: 'content'; bytes: Uint8Array } | { kind: 'other-key' | 'damaged' }>;

/** A random nonce is safe here: 2^32 files under one key would have to be written before two could meet (NIST SP 800-38D, 8.3). */
export function seal(key: Buffer, sha256: string, content: Uint8Array): Buffer {
  const prefix = prefixOf(key);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.concat([prefix, Buffer.from(sha256, 'hex')]));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([prefix, nonce, cipher.getAuthTag(), sealed]);
}

/**
 * The key id in the file only tells why it does not open: under another key it is whole, and must stay where it is. With our key it is tried
 * even so, because the damage may be in the key id itself.
 */
export function unseal(key: Buffer, sha256: string, file: Buffer): Opened {
  const prefix = prefixOf(key);
  const bytes = decrypted(key, sha256, file);
  const hasOurPrefix = file.subarray(0, PREFIX_BYTES).equals(prefix);
  if (bytes !== null && hasOurPrefix && hash('sha256', bytes) === sha256) return { kind: 'content', bytes };
  return { kind: bytes === null && !hasOurPrefix && isVaultFile(file) ? 'other-key' : 'damaged' };
}

function isVaultFile(file: Buffer): boolean {
  return file.length >= HEADER_BYTES && file.subarray(0, MAGIC.length).equals(MAGIC) && file[MAGIC.length] === VERSION;
}

function decrypted(key: Buffer, sha256: string, file: Buffer): Buffer | null {
  if (file.length < HEADER_BYTES) return null;
  const nonce = file.subarray(PREFIX_BYTES, PREFIX_BYTES + NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.concat([prefixOf(key), Buffer.from(sha256, 'hex')]));
  decipher.setAuthTag(file.subarray(PREFIX_BYTES + NONCE_BYTES, HEADER_BYTES));
  try {
    return Buffer.concat([decipher.update(file.subarray(HEADER_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

function prefixOf(key: Buffer): Buffer {
  const keyId = createHmac('sha256', key).update('kaunta vault key id').digest().subarray(0, KEY_ID_BYTES);
  return Buffer.concat([MAGIC, Buffer.from([VERSION]), keyId]);
}
