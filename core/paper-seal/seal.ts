import { createHash, sign } from 'node:crypto';
import type { Instant } from '#shared/base/instant.ts';
import type { PaperFacts } from '#shared/domain/paper-code.ts';
import { paperText, readCode, writeCode } from '#shared/protocol/paper-code.ts';
import type { ReadDb } from '../db/database.ts';
import { findCertificate } from '../office/certificate.ts';
import { getPrivateKey } from '../office/identity.ts';

/**
 * The text of a paper's code: its facts signed with this device's key, which the hub's certificate beside them vouches for. Null until the
 * hub has said so of this device.
 */
export function sealPaper(db: ReadDb, facts: PaperFacts, at: Instant): string | null {
  const signed = findCertificate(db);
  return signed ? writeCode({ ...signed, paper: { facts, at }, paperSignature: signatureOf(db, facts, at) }) : null;
}

/** Signed by this device alone, and always alike: the same facts and time give the same signature. */
function signatureOf(db: ReadDb, facts: PaperFacts, at: Instant): Uint8Array {
  return sign(null, paperText({ facts, at }), getPrivateKey(db));
}

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const shortCodeLength = 12;

/** What is typed where a code cannot be read: 60 bits of its signature's hash, in signs that nobody misreads, such as `7K2M-9QXA-04TB`. */
export function shortCodeOf(code: string): string {
  const signature = readCode(code)?.paperSignature;
  return signature ? shortCode(signature) : '';
}

function shortCode(signature: Uint8Array): string {
  const hash = createHash('sha256').update(signature).digest();
  const text = Array.from({ length: shortCodeLength }, (_, place) => signs[(hash[place] ?? 0) % signs.length]).join('');
  return text.replace(/(.{4})(?=.)/gu, '$1-');
}

/** The short code that this device would print under these facts. */
export function ownShortCode(db: ReadDb, facts: PaperFacts, at: Instant): string {
  return shortCode(signatureOf(db, facts, at));
}
