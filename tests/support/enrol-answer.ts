import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import type { EnrolAnswer } from '#shared/protocol/messages.ts';

/** Ed25519 or X25519: the raw 32 bytes in base64. */
export function rawKeyText(publicKey: KeyObject): string {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
}

/** What a hub answers to an enrolment, with keys that nobody holds. */
export function enrolAnswer(facts: Partial<EnrolAnswer> = {}): EnrolAnswer {
  return {
    deviceId: randomUUID(),
    deviceNo: 3,
    epoch: 1,
    seriesLetter: 'A',
    office: { code: 'NRB01', name: 'Nairobi', registrar: true },
    practice: false,
    hubKey: rawKeyText(generateKeyPairSync('ed25519').publicKey),
    hubSealKey: rawKeyText(generateKeyPairSync('x25519').publicKey),
    certificate: '',
    ...facts,
  };
}
