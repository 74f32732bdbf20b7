import { createPublicKey, verify } from 'node:crypto';
import { countersignText } from '#shared/protocol/entry.ts';

interface Countersign {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  readonly signature: string;
}

/** Whether the hub with this key (raw, base64) has seen this device's chain up to there. */
export function verifyCountersign(publicKey: string, deviceId: string, { signature, ...head }: Countersign): boolean {
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(countersignText({ deviceId, ...head })), key, Buffer.from(signature, 'base64'));
}
