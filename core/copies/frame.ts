import { createCipheriv, createDecipheriv, createHash, hash, hkdfSync } from 'node:crypto';

/*
 * A log: magic (8 bytes), salt (32), then frames: length (4), SHA-256 over the hash of the frame before and this body (32), body =
 * tag (16) and content under AES-256-GCM. Each log has a key of its own, so that the number of a frame can be its nonce. The hashes show
 * without a key where a log ends or breaks; the tags prove it to who holds the key.
 */

const MAGIC = Buffer.from('KAUNTAJ1');
export const SALT_BYTES = 32;
const HASH_BYTES = 32;
const LENGTH_BYTES = 4;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const HEAD_BYTES = LENGTH_BYTES + HASH_BYTES;
const CIPHER = 'aes-256-gcm';

/** Puts the content of one frame after the other into bytes for the file. */
export interface FrameWriter {
  readonly header: Buffer;
  readonly frame: (content: Buffer) => Buffer;
}

export function openFrameWriter(key: Buffer, salt: Buffer): FrameWriter {
  const logKey = logKeyOf(key, salt);
  const header = Buffer.concat([MAGIC, salt]);
  let previous = hash('sha256', header, 'buffer');
  let count = 0;
  return {
    header,
    frame: (content) => {
      const cipher = createCipheriv(CIPHER, logKey, nonceOf(count));
      const sealed = cipher.update(content);
      cipher.final();
      const head = Buffer.alloc(HEAD_BYTES);
      head.writeUInt32LE(TAG_BYTES + sealed.length);
      const tag = cipher.getAuthTag();
      previous = createHash('sha256').update(previous).update(tag).update(sealed).digest();
      previous.copy(head, LENGTH_BYTES);
      count += 1;
      return Buffer.concat([head, tag, sealed]);
    },
  };
}

export interface ReadFrames {
  readonly contents: readonly Buffer[];
  /** `torn`: it ends within its last frame, as after a power cut. `broken`: something stands after the place where it breaks. */
  readonly end: 'whole' | 'torn' | 'broken';
}

/** Undefined where not even the first frame can be read: no log, one of another office, or broken from its beginning. */
export function readFrames(key: Buffer, file: Buffer): ReadFrames | undefined {
  const start = MAGIC.length + SALT_BYTES;
  if (file.length < start) return { contents: [], end: 'torn' };
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const logKey = logKeyOf(key, file.subarray(MAGIC.length, start));
  const contents: Buffer[] = [];
  let previous = hash('sha256', file.subarray(0, start), 'buffer');
  let offset = start;
  while (offset < file.length) {
    const opened = frameAt(file, offset, { logKey, previous, count: contents.length });
    if (!opened && isTorn(file, offset)) return { contents, end: 'torn' };
    if (!opened) return contents.length > 0 ? { contents, end: 'broken' } : undefined;
    contents.push(opened.content);
    previous = opened.hash;
    offset = opened.end;
  }
  return { contents, end: 'whole' };
}

interface FrameContext {
  readonly logKey: Buffer;
  readonly previous: Buffer;
  readonly count: number;
}

function frameAt(file: Buffer, offset: number, { logKey, previous, count }: FrameContext) {
  const end = endOfFrame(file, offset);
  if (end === undefined || end > file.length) return undefined;
  const body = file.subarray(offset + HEAD_BYTES, end);
  const ownHash = createHash('sha256').update(previous).update(body).digest();
  if (!ownHash.equals(file.subarray(offset + LENGTH_BYTES, offset + HEAD_BYTES))) return undefined;
  const content = unseal(logKey, count, body);
  return content && { content, hash: ownHash, end };
}

function endOfFrame(file: Buffer, offset: number): number | undefined {
  if (offset + HEAD_BYTES > file.length) return undefined;
  const length = file.readUInt32LE(offset);
  return length < TAG_BYTES ? undefined : offset + HEAD_BYTES + length;
}

/** A frame that reaches to the end of the file, or past it, was being written when the power went; so were bytes that are all zero. */
function isTorn(file: Buffer, offset: number): boolean {
  const end = endOfFrame(file, offset);
  return (
    (end !== undefined && end >= file.length) || file.subarray(offset).every((byte) => byte === 0) || file.length - offset < HEAD_BYTES
  );
}

function unseal(logKey: Buffer, count: number, body: Buffer): Buffer | undefined {
  const decipher = createDecipheriv(CIPHER, logKey, nonceOf(count), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(body.subarray(0, TAG_BYTES));
  const content = decipher.update(body.subarray(TAG_BYTES));
  try {
    decipher.final();
    return content;
  } catch {
    return undefined;
  }
}

function nonceOf(count: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32LE(count, NONCE_BYTES - 4);
  return nonce;
}

function logKeyOf(key: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'kaunta journal copy log', 32));
}
