import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { tus, uploadPath } from '#shared/protocol/tus.ts';
import type { HubDeps } from '../hub-deps.ts';
import { HubRefusal } from '../refusal.ts';
import type { ScanUpload } from '../scans/scan-folder.ts';
import { mayReadScan } from '../scans/store.ts';
import { arrivedOf, beginUpload, takePart } from '../scans/upload.ts';
import { authenticate } from './authenticate.ts';
import { readBody } from './body.ts';
import { limits } from './limits.ts';

export interface Exchange {
  readonly deps: HubDeps;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** What a path names: a scan by its hash, as hex, and how many bytes it will be. */
export interface ScanPath {
  readonly sha256: string;
  readonly bytes: number;
}

const emptySha256 = createHash('sha256').digest('hex');

export async function getScan({ deps, request, response }: Exchange, sha256: string): Promise<void> {
  const device = await authenticate(deps.database, request, emptySha256, deps.now());
  const found = (await mayReadScan(deps.database, device, sha256)) ? await deps.scans.read(sha256) : undefined;
  if (!found) throw new HubRefusal(404, 'scan.lost');
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': found.bytes });
  await pipeline(found.stream, response);
}

/** tus creation: answers with where the parts go and, because the upload may have been begun before, how much of it is here. */
export async function createUpload({ deps, request, response }: Exchange): Promise<void> {
  requireTus(request, response);
  const device = await authenticate(deps.database, request, emptySha256, deps.now());
  const path = { sha256: sha256Of(request), bytes: lengthOf(request) };
  if (path.bytes > limits.scanBytes) throw new HubRefusal(413, 'request.too-large', { maxBytes: limits.scanBytes });
  const offset = await beginUpload({ deps, device }, { ...path, deviceId: device.id });
  response.writeHead(201, { location: uploadPath(path), [tus.headers.offset]: offset, 'content-length': 0 }).end();
}

export async function askUpload({ deps, request, response }: Exchange, path: ScanPath): Promise<void> {
  requireTus(request, response);
  const device = await authenticate(deps.database, request, emptySha256, deps.now());
  const offset = await arrivedOf({ deps, device }, { ...path, deviceId: device.id });
  if (offset === undefined) response.writeHead(404, { 'content-length': 0 }).end();
  else response.writeHead(200, { [tus.headers.offset]: offset, [tus.headers.length]: path.bytes, 'content-length': 0 }).end();
}

/** A part is small enough to be read whole, so that its signature is proved before a byte of it is kept. */
export async function patchUpload({ deps, request, response }: Exchange, path: ScanPath): Promise<void> {
  requireTus(request, response);
  if (request.headers['content-type'] !== tus.contentType) throw new HubRefusal(415, 'request.content-type');
  const bytes = await readBody(request, tus.mostPartBytes);
  const device = await authenticate(deps.database, request, createHash('sha256').update(bytes).digest('hex'), deps.now());
  const upload: ScanUpload = { ...path, deviceId: device.id };
  const end = await takePart({ deps, device }, upload, { offset: numberIn(request, tus.headers.offset), bytes });
  response.writeHead(204, { [tus.headers.offset]: end }).end();
}

function requireTus(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader(tus.headers.version, tus.version);
  if (request.headers[tus.headers.version] !== tus.version) throw new HubRefusal(412, 'request.invalid', { field: tus.headers.version });
}

function lengthOf(request: IncomingMessage): number {
  const length = numberIn(request, tus.headers.length);
  if (length === 0) throw new HubRefusal(400, 'request.invalid', { field: tus.headers.length });
  return length;
}

function numberIn(request: IncomingMessage, name: string): number {
  const text = request.headers[name];
  if (typeof text !== 'string' || !/^\d{1,12}$/u.test(text)) throw new HubRefusal(400, 'request.invalid', { field: name });
  return Number(text);
}

/** `Upload-Metadata: sha256 <base64 of the hex hash>`, beside whatever else a client says. */
function sha256Of(request: IncomingMessage): string {
  const pairs = String(request.headers[tus.headers.metadata] ?? '').split(',');
  const value = pairs.map((pair) => pair.trim().split(' ')).find(([key]) => key === 'sha256')?.[1] ?? '';
  const sha256 = Buffer.from(value, 'base64').toString('latin1');
  if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new HubRefusal(400, 'request.invalid', { field: tus.headers.metadata });
  return sha256;
}
