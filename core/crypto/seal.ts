import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { sealedPartsOf, sealInfo, sealLayout } from '#shared/protocol/seal.ts';

const cipherName = 'aes-256-gcm';

/** Seals bytes so that only the holder of this X25519 key (raw 32 bytes) opens them, and only in this context (`shared/protocol/seal.ts`). */
export function sealFor(recipientKey: Uint8Array, context: string, plain: Uint8Array): Buffer {
  const own = generateKeyPairSync('x25519');
  const ephemeralKey = rawOf(own.publicKey);
  const secret = diffieHellman({ privateKey: own.privateKey, publicKey: keyOf(recipientKey) });
  const { key, nonce } = keyAndNonce(secret, { context, ephemeralKey, recipientKey });
  const cipher = createCipheriv(cipherName, key, nonce);
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(sealLayout.version), ephemeralKey, ciphertext, cipher.getAuthTag()]);
}

/** What was sealed for this X25519 key in this context; undefined where it was altered, or sealed for another key or context. */
export function openSealed(privateKey: KeyObject, context: string, sealed: Uint8Array): Buffer | undefined {
  const parts = sealedPartsOf(sealed);
  if (!parts) return undefined;
  const { ephemeralKey, ciphertext, tag } = parts;
  try {
    const secret = diffieHellman({ privateKey, publicKey: keyOf(ephemeralKey) });
    const { key, nonce } = keyAndNonce(secret, { context, ephemeralKey, recipientKey: rawOf(createPublicKey(privateKey)) });
    const decipher = createDecipheriv(cipherName, key, nonce, { authTagLength: sealLayout.tagBytes }).setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    return undefined;
  }
}

interface SealKeys {
  readonly context: string;
  readonly ephemeralKey: Uint8Array;
  readonly recipientKey: Uint8Array;
}

function keyAndNonce(secret: Buffer, { context, ephemeralKey, recipientKey }: SealKeys): { readonly key: Buffer; readonly nonce: Buffer } {
  const { keyBytes, nonceBytes } = sealLayout;
  const info = sealInfo({ context, ephemeralKey: base64Of(ephemeralKey), recipientKey: base64Of(recipientKey) });
  const bytes = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, keyBytes + nonceBytes));
  return { key: bytes.subarray(0, keyBytes), nonce: bytes.subarray(keyBytes) };
}

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function keyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(raw).toString('base64url') }, format: 'jwk' });
}

function rawOf(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}
