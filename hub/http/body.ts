import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { HubRefusal } from '../refusal.ts';
import { isDeeperThan } from './json-depth.ts';
import { limits } from './limits.ts';

/** Most batches unpack into one piece of this size instead of many small ones. */
const unpackedBytes = 128 * 1024;

/** The body as sent, which is what the signature covers. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = new HubRefusal(413, 'request.too-large', { maxBytes });
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The JSON text of a body: unpacked with a limit, so that a small bomb stays small, and not too deep to be worth reading. */
export async function jsonTextOf(request: IncomingMessage, body: Buffer, maxBytes: number): Promise<Buffer> {
  const json = await unpacked(request.headers['content-encoding'], body, maxBytes);
  if (isDeeperThan(json, limits.jsonDepth)) throw new HubRefusal(400, 'request.too-deep', { maxDepth: limits.jsonDepth });
  return json;
}

async function unpacked(encoding: string | undefined, body: Buffer, maxBytes: number): Promise<Buffer> {
  if (encoding === undefined || encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new HubRefusal(415, 'request.content-type', { contentEncoding: encoding });
  try {
    return await promisify(gunzip)(body, { maxOutputLength: maxBytes, chunkSize: unpackedBytes });
  } catch (error) {
    if (error instanceof RangeError) throw new HubRefusal(413, 'request.too-large', { maxBytes });
    throw new HubRefusal(400, 'request.unreadable');
  }
}
