import { sign } from 'node:crypto';
import type { Instant } from '#shared/base/instant.ts';
import type { PaperFacts } from '#shared/domain/paper-code.ts';
import { paperText, writeCode } from '#shared/protocol/paper-code.ts';
import type { ReadDb } from '../db/database.ts';
import { findCertificate } from '../office/certificate.ts';
import { getPrivateKey } from '../office/identity.ts';
import { shortCode } from './short-code.ts';

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

/** The short code that this device would print under these facts. */
export function ownShortCode(db: ReadDb, facts: PaperFacts, at: Instant): string {
  return shortCode(signatureOf(db, facts, at));
}
