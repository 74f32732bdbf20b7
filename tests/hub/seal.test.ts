import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as counter from '#core/crypto/seal.ts';
import * as hub from '#hub/crypto/seal.ts';
import { sealLayout } from '#shared/protocol/seal.ts';

const context = 'escrow device-1';
const plain = Buffer.from('the office key');

function rawOf({ publicKey }: KeyPairKeyObjectResult): Buffer {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}

describe.each([
  ['the counter sealed and the hub opens', counter, hub],
  ['the hub sealed and the counter opens', hub, counter],
])('what %s', (_title, sender, receiver) => {
  const keys = generateKeyPairSync('x25519');
  const sealed = sender.sealFor(rawOf(keys), context, plain);

  it('is what was sealed', () => {
    expect(receiver.openSealed(keys.privateKey, context, sealed)).toEqual(plain);
  });

  it('is another text each time and shows nothing of it', () => {
    expect(sender.sealFor(rawOf(keys), context, plain)).not.toEqual(sealed);
    expect(sealed.includes(plain)).toBe(false);
    expect(sealed.length).toBe(1 + sealLayout.publicKeyBytes + plain.length + sealLayout.tagBytes);
  });

  it('opens for no other key and in no other context', () => {
    expect(receiver.openSealed(generateKeyPairSync('x25519').privateKey, context, sealed)).toBeUndefined();
    expect(receiver.openSealed(keys.privateKey, 'escrow device-2', sealed)).toBeUndefined();
  });

  it('opens no more once any byte of it was altered or lost', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(receiver.openSealed(keys.privateKey, context, altered)).toBeUndefined();
      expect(receiver.openSealed(keys.privateKey, context, sealed.subarray(0, at))).toBeUndefined();
    }
  });
});
