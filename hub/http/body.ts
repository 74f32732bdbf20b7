import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { HubRefusal } from '../refusal.ts';
import { isDeeperThan } from './json-depth.ts';
import { limits } from './limits.ts';

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
export function jsonTextOf(request: IncomingMessage, body: Buffer, maxBytes: number): Buffer {
  const json = unpacked(request.headers['content-encoding'], body, maxBytes);
  if (isDeeperThan(json, limits.jsonDepth)) throw new HubRefusal(400, 'request.too-deep', { maxDepth: limits.jsonDepth });
  return json;
}

function unpacked(encoding: string | undefined, body: Buffer, maxBytes: number): Buffer {
  if (encoding === undefined || encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new HubRefusal(415, 'request.content-type', { contentEncoding: encoding });
  try {
    // Here and not in a thread: a batch unpacks in less time than the way there and back takes.
    return gunzipSync(body, { maxOutputLength: maxBytes, chunkSize: pieceBytesOf(body, maxBytes) });
  } catch (error) {
    if (error instanceof RangeError) throw new HubRefusal(413, 'request.too-large', { maxBytes });
    throw new HubRefusal(400, 'request.unreadable');
  }
}

const leastPieceBytes = 4_096;

/** A gzip file ends with its length, so a batch unpacks into one piece; a false length costs its sender pieces more, not the hub memory. */
function pieceBytesOf(body: Buffer, maxBytes: number): number {
  const saidBytes = body.length < 4 ? 0 : body.readUInt32LE(body.length - 4);
  return Math.min(Math.max(saidBytes + 1, leastPieceBytes), maxBytes);
}
