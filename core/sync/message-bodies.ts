import { sign, type KeyObject } from 'node:crypto';
import type * as z from 'zod';
import type { PushedEntry, pullRequest, pushRequest } from '#shared/protocol/messages.ts';
import { protocolVersion } from '#shared/protocol/version.ts';

/** A page is applied in one go, in which nobody at the counter should notice a pause. */
const pageLimit = 200;

/** A batch of the journal, its end signed with the device's key. */
export function pushBody(entries: readonly PushedEntry[], privateKey: KeyObject): z.input<typeof pushRequest> {
  const head = Buffer.from(entries.at(-1)?.hash ?? '', 'hex');
  return { protocol: protocolVersion, entries: [...entries], headSignature: sign(null, head, privateKey).toString('base64') };
}

export function pullBody(after: string): z.input<typeof pullRequest> {
  return { protocol: protocolVersion, after, limit: pageLimit };
}
