/**
 * How counter and hub seal bytes so that only one key opens them: the office's key in escrow, and the post that travels on a stick. This is
 * the layout; `core/crypto/seal.ts` and `hub/crypto/seal.ts` do the arithmetic, because this layer has no `node:crypto`.
 *
 * Version byte, the raw X25519 public key of a pair made for this one seal, ciphertext, tag. HKDF-SHA256 of the two keys' shared secret,
 * without salt and with `sealInfo` as info, gives 44 bytes: an AES-256-GCM key and its nonce. Each seal has a key of its own, so the nonce
 * need not travel.
 */
export const sealLayout = { version: 1, publicKeyBytes: 32, keyBytes: 32, nonceBytes: 12, tagBytes: 16 } as const;

/** Ties a seal to one use: what was sealed for one is not opened as the other, nor for another device. */
export const sealContexts = {
  /** The office's recovery code, as it is typed, in UTF-8. */
  escrow: (deviceId: string) => `escrow ${deviceId}`,
} as const;

export interface SealedParts {
  readonly ephemeralKey: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/** The parts of sealed bytes; undefined where they are too short or of another version. */
export function sealedPartsOf(sealed: Uint8Array): SealedParts | undefined {
  const { version, publicKeyBytes, tagBytes } = sealLayout;
  const bodyAt = 1 + publicKeyBytes;
  const tagAt = sealed.length - tagBytes;
  if (sealed[0] !== version || tagAt < bodyAt) return undefined;
  return { ephemeralKey: sealed.subarray(1, bodyAt), ciphertext: sealed.subarray(bodyAt, tagAt), tag: sealed.subarray(tagAt) };
}

/** What HKDF binds the key to. Both public keys are raw 32 bytes in base64. */
export function sealInfo(seal: { readonly context: string; readonly ephemeralKey: string; readonly recipientKey: string }): string {
  return `kaunta seal ${sealLayout.version}\n${seal.context}\n${seal.ephemeralKey}\n${seal.recipientKey}`;
}
