import { createHash, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type * as z from 'zod';
import { instantOf } from '#shared/base/instant.ts';
import { hubRefusal } from '#shared/protocol/messages.ts';
import { deviceHeader, signatureHeader, signedRequestText, timeHeader } from '#shared/protocol/request.ts';
import type { HubRefusal, HubReply, HubSilence } from './hub-reply.ts';

/** Below this, gzip saves nothing worth the work. */
const leastGzipBytes = 1024;
/** An answer that keeps trickling in is cut off here: no page of changes comes near it. */
const mostAnswerBytes = 32 * 1024 * 1024;
const longestRetryAfterMs = 60 * 60 * 1000;

export interface HubRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  /** Beside those that every request has. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: { readonly json: unknown } | { readonly bytes: Uint8Array } | undefined;
  readonly timeoutMs: number;
  /** Hears the length of the body as it goes out; whether it arrives nobody knows. */
  readonly onSent?: ((bytes: number) => void) | undefined;
}

export interface Signer {
  readonly deviceId: string;
  readonly privateKey: KeyObject;
}

export interface Line {
  readonly hubUrl: string;
  readonly fetch: typeof fetch;
  /** Ends the request at once, when the program closes. */
  readonly closing?: AbortSignal | undefined;
}

/** What the hub said, whole, or why that is not known. */
export type RawReply = { readonly kind: 'answer'; readonly bytes: Buffer; readonly headers: Headers } | HubRefusal | HubSilence;

/** Sends one request; never throws for what a network or a hub may do. */
export async function send(
  line: Line,
  request: HubRequest,
  signing?: { readonly signer: Signer; readonly nowMs: number },
): Promise<RawReply> {
  const { body, encoding } = await bodyOf(request);
  const headers: Record<string, string> = {
    ...(body && { 'content-type': request.body && 'json' in request.body ? 'application/json' : 'application/octet-stream' }),
    ...(encoding && { 'content-encoding': encoding }),
    ...request.headers,
    ...(signing && signatureHeaders(request, body, signing)),
  };
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = line.closing ? AbortSignal.any([timeout, line.closing]) : timeout;
  request.onSent?.(body?.length ?? 0);
  try {
    const response = await line.fetch(`${line.hubUrl.replace(/\/+$/u, '')}${request.path}`, {
      method: request.method,
      headers,
      signal,
      redirect: 'error',
      ...(body && { body }),
    });
    const bytes = await bytesOf(response);
    return response.ok ? { kind: 'answer', bytes, headers: response.headers } : refusalOf(response, bytes);
  } catch {
    return { kind: 'silence', reason: 'line-down' };
  }
}

/** An answer that is not what the protocol says (half of one, a login page of the network) counts as none. */
export function understood<S extends z.ZodType>(reply: RawReply, schema: S): HubReply<z.output<S>> {
  if (reply.kind !== 'answer') return reply;
  const parsed = schema.safeParse(jsonOf(reply.bytes));
  return parsed.success ? { kind: 'answer', answer: parsed.data } : { kind: 'silence', reason: 'not-understood' };
}

async function bodyOf({ body }: HubRequest): Promise<{ body?: Buffer<ArrayBuffer>; encoding?: 'gzip' }> {
  if (!body) return {};
  if ('bytes' in body) return { body: Buffer.from(body.bytes) };
  const plain = Buffer.from(JSON.stringify(body.json));
  return plain.length < leastGzipBytes ? { body: plain } : { body: Buffer.from(await promisify(gzip)(plain)), encoding: 'gzip' };
}

function signatureHeaders(
  { method, path }: HubRequest,
  body: Buffer | undefined,
  { signer, nowMs }: { readonly signer: Signer; readonly nowMs: number },
): Record<string, string> {
  const time = instantOf(nowMs);
  const bodySha256 = createHash('sha256')
    .update(body ?? '')
    .digest('hex');
  const text = signedRequestText({ method, path, time, bodySha256 });
  return {
    [deviceHeader]: signer.deviceId,
    [timeHeader]: time,
    [signatureHeader]: sign(null, Buffer.from(text), signer.privateKey).toString('base64'),
  };
}

async function bytesOf(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of response.body ?? []) {
    total += chunk.length;
    if (total > mostAnswerBytes) throw new Error('The answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Only the hub's own refusal is one; a proxy's error page says nothing about what was asked, nor that the hub is there. */
function refusalOf(response: Response, bytes: Buffer): HubRefusal | HubSilence {
  const parsed = hubRefusal.safeParse(jsonOf(bytes));
  if (!parsed.success) return { kind: 'silence', reason: 'not-understood' };
  const retryAfterMs = retryAfterMsOf(response.headers.get('retry-after'));
  return { kind: 'refusal', status: response.status, ...parsed.data, retryAfterMs };
}

/** Only the form in seconds: a date would have to be read by a clock that may be wrong. */
function retryAfterMsOf(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/u.test(text) ? Math.min(Number(text) * 1000, longestRetryAfterMs) : null;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
