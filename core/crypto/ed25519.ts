import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** The public key of 32 raw bytes. */
export function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') }, format: 'jwk' });
}

/** Bytes that are no key have signed nothing. */
export function isSignedWith(raw: Uint8Array, text: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, text, publicKeyOf(raw), signature);
  } catch {
    return false;
  }
}
