import { hubPaths } from '#shared/protocol/request.ts';
import { tus, uploadPath } from '#shared/protocol/tus.ts';
import type { HubReply } from './hub-reply.ts';
import type { HubRequest, RawReply } from './hub-request.ts';

export interface UploadingScan {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly onSent?: ((bytes: number) => void) | undefined;
}

/** On a line of 64 kbit/s a part takes half a minute; what a cut loses is at most one. */
const partBytes = 256 * 1024;
const partTimeoutMs = 120_000;
const version = { [tus.headers.version]: tus.version };
const notUnderstood = { kind: 'silence', reason: 'not-understood' } as const;

/**
 * Sends a scan by tus: asks how much of it has arrived, and goes on from there part by part. After a failure the next try does the same, so
 * nothing that arrived goes twice.
 */
export async function uploadScan(ask: (request: HubRequest) => Promise<RawReply>, scan: UploadingScan): Promise<HubReply<'sent'>> {
  const { sha256, bytes, onSent } = scan;
  const created = await ask({
    method: 'POST',
    path: hubPaths.scans,
    headers: { ...version, [tus.headers.length]: String(bytes.length), [tus.headers.metadata]: `sha256 ${base64Of(sha256)}` },
    timeoutMs: partTimeoutMs,
  });
  let reply = arrivedOf(created);
  while (reply.kind === 'answer' && reply.answer < bytes.length) {
    const offset = reply.answer;
    const part = bytes.subarray(offset, offset + partBytes);
    reply = arrivedOf(
      await ask({
        method: 'PATCH',
        path: uploadPath({ sha256, bytes: bytes.length }),
        headers: { ...version, [tus.headers.offset]: String(offset), 'content-type': tus.contentType },
        body: { bytes: part },
        timeoutMs: partTimeoutMs,
        onSent,
      }),
    );
    // A hub that took nothing of a part would be asked for ever.
    if (reply.kind === 'answer' && reply.answer <= offset) return notUnderstood;
  }
  return reply.kind === 'answer' ? { kind: 'answer', answer: 'sent' } : reply;
}

function arrivedOf(reply: RawReply): HubReply<number> {
  if (reply.kind !== 'answer') return reply;
  const text = reply.headers.get(tus.headers.offset) ?? '';
  return /^\d{1,12}$/u.test(text) ? { kind: 'answer', answer: Number(text) } : notUnderstood;
}

function base64Of(text: string): string {
  return Buffer.from(text).toString('base64');
}
