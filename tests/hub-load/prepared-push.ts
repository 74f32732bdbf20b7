import { createHash, sign } from 'node:crypto';
import { request, type Agent } from 'node:http';
import { gzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import { backoff } from '#core/sync/backoff.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { PushAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import { deviceHeader, hubPaths, signatureHeader, signedRequestText, timeHeader } from '#shared/protocol/request.ts';
import { protocolVersion } from '#shared/protocol/version.ts';
import { signHead, type DeviceDouble } from '#tests/support/device.ts';

/** A signed and packed batch, made before the clock runs: what an office's own PC pays is not the hub's time. */
export interface PreparedPush {
  readonly entries: readonly PushedEntry[];
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
}

export function preparePush(device: DeviceDouble, entries: readonly PushedEntry[], time: Instant): PreparedPush {
  const body = gzipSync(JSON.stringify({ protocol: protocolVersion, entries, headSignature: signHead(entries, device.privateKey) }));
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const text = signedRequestText({ method: 'POST', path: hubPaths.push, time, bodySha256 });
  return {
    entries,
    body,
    headers: {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'content-length': body.length,
      [deviceHeader]: device.answer.deviceId,
      [timeHeader]: time,
      [signatureHeader]: sign(null, Buffer.from(text), device.privateKey).toString('base64'),
    },
  };
}

export interface PushReply {
  readonly status: number;
  readonly retryAfterSeconds: number;
  readonly text: string;
}

/** Sends once; rejects where no answer came. */
export function postPush(hubUrl: string, { headers, body }: Omit<PreparedPush, 'entries'>, agent?: Agent): Promise<PushReply> {
  return new Promise((resolve, reject) => {
    const sent = request(`${hubUrl}${hubPaths.push}`, { method: 'POST', headers, ...(agent && { agent }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const retryAfterSeconds = Number(response.headers['retry-after'] ?? 0);
        resolve({ status: response.statusCode ?? 0, retryAfterSeconds, text: Buffer.concat(chunks).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export function answersOf({ status, text }: PushReply): PushAnswer['answers'] {
  if (status !== 200) throw new Error(`Push: ${status} ${text.slice(0, 500)}`);
  return (JSON.parse(text) as PushAnswer).answers;
}

export interface PushedWell {
  readonly answers: PushAnswer['answers'];
  /** From the first try to the answer, with every wait the hub asked for. */
  readonly totalMs: number;
  /** Of the try that was answered. */
  readonly lastMs: number;
  /** How often the hub said to come again later. */
  readonly putOff: number;
}

/** Sends as a counter does: comes again after the time that the hub names, or after a torn connection, and a moment of its own. */
export async function pushPatiently(hubUrl: string, push: PreparedPush, agent?: Agent): Promise<PushedWell> {
  const startedAt = performance.now();
  for (let putOff = 0; ; putOff += 1) {
    const triedAt = performance.now();
    const reply = await postPush(hubUrl, push, agent).catch(unlessTorn);
    if (reply && reply.status !== 429 && reply.status !== 503) {
      const endedAt = performance.now();
      return { answers: answersOf(reply), totalMs: endedAt - startedAt, lastMs: endedAt - triedAt, putOff };
    }
    const nowMs = Date.now();
    await sleep(backoff(putOff + 1, { nowMs, random: Math.random() }, (reply?.retryAfterSeconds ?? 0) * 1_000).untilMs - nowMs);
  }
}

/** A hub that turns a crowd away does not read what they are still sending, so some of them see no more than the end of the connection. */
function unlessTorn(error: unknown): undefined {
  if (!(error instanceof Error) || !('code' in error) || !['ECONNRESET', 'EPIPE'].includes(String(error.code))) throw error;
}

/** Works through a list with so many under way at once; each worker takes the next one that is left. */
export async function eachInFlight<T>(
  items: readonly T[],
  inFlight: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, items.length) }, worker));
}
