import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { HubRefusal } from '../refusal.ts';
import { limits } from './limits.ts';

/** A hub is no website: nothing of it may be framed, cached, guessed at or run. */
const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
} as const;

export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
}

export async function replyJson(request: IncomingMessage, response: ServerResponse, status: number, json: string): Promise<void> {
  const plain = Buffer.from(json);
  const isPacked = plain.length >= limits.gzipFromBytes && /\bgzip\b/u.test(String(request.headers['accept-encoding'] ?? ''));
  const body = isPacked ? await promisify(gzip)(plain) : plain;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    ...(isPacked && { 'content-encoding': 'gzip' }),
  });
  response.end(body);
}

export async function replyRefusal(request: IncomingMessage, response: ServerResponse, refusal: HubRefusal): Promise<void> {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, code, facts } = refusal;
  setRetryAfter(response, facts);
  if (status === 429 || status === 503) await readToEnd(request);
  // What was not read of the body is not worth reading: the connection ends with the answer.
  if (!request.complete) response.setHeader('connection', 'close');
  await replyJson(request, response, status, JSON.stringify({ code, facts }));
}

/** Whoever is to come again must hear when: a connection that is closed with a body still coming may take the answer with it. */
async function readToEnd(request: IncomingMessage): Promise<void> {
  if (request.complete || !(Number(request.headers['content-length']) <= limits.pushBytes)) return;
  request.resume();
  await finished(request).catch(() => undefined);
}

/** Says in the header, too, when to come again. */
export function setRetryAfter(response: ServerResponse, facts: Readonly<Record<string, unknown>>): void {
  const seconds = facts['retryAfterSeconds'];
  if (typeof seconds === 'number') response.setHeader('retry-after', seconds);
}
