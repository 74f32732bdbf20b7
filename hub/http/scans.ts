import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { HubDeps } from '../hub-deps.ts';
import { HubRefusal } from '../refusal.ts';
import type { IncomingScan } from '../scans/scan-folder.ts';
import { mayReadScan, recordScan } from '../scans/store.ts';
import { authenticate } from './authenticate.ts';
import { limits } from './limits.ts';
import { replyJson } from './reply.ts';

export interface Exchange {
  readonly deps: HubDeps;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Takes a scan in. Its path names its hash and the signature covers that, so who sends it is proved before a byte is read, and the bytes
 * go to the disk as they come.
 */
export async function putScan({ deps, request, response }: Exchange, sha256: string): Promise<void> {
  const device = await authenticate(deps.database, request, sha256, deps.now());
  if (Number(request.headers['content-length'] ?? 0) > limits.scanBytes) throw tooLarge();
  const incoming = await deps.scans.receive();
  let bytes: number;
  try {
    bytes = await receive(request, incoming, sha256);
    await incoming.finish(sha256);
  } catch (error) {
    await incoming.abandon();
    throw error;
  }
  await recordScan(deps.database, device, { sha256, bytes, at: deps.now() });
  await replyJson(request, response, 200, JSON.stringify({ sha256, bytes }));
}

export async function getScan({ deps, request, response }: Exchange, sha256: string): Promise<void> {
  const device = await authenticate(deps.database, request, emptySha256, deps.now());
  const found = (await mayReadScan(deps.database, device, sha256)) ? await deps.scans.read(sha256) : undefined;
  if (!found) throw new HubRefusal(404, 'scan.lost');
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': found.bytes });
  await pipeline(found.stream, response);
}

const emptySha256 = createHash('sha256').digest('hex');

async function receive(request: IncomingMessage, incoming: IncomingScan, sha256: string): Promise<number> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limits.scanBytes) throw tooLarge();
    hash.update(chunk);
    await incoming.write(chunk);
  }
  if (hash.digest('hex') !== sha256) throw new HubRefusal(422, 'scan.differs');
  return bytes;
}

function tooLarge(): HubRefusal {
  return new HubRefusal(413, 'request.too-large', { maxBytes: limits.scanBytes });
}
