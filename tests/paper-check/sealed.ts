import { sign } from 'node:crypto';
import { toDay, toInstant, type Instant } from '#shared/base/instant.ts';
import type { PaperFacts } from '#shared/domain/paper-code.ts';
import { readCode, type PaperCode } from '#shared/protocol/paper-code.ts';
import { sealPaper } from '#core/paper-seal/seal.ts';
import type { PaperPc } from '../support/paper-hub.ts';

export const receiptFacts: PaperFacts = {
  kind: 'receipt',
  number: 'R-NRB01-1A-000123',
  plate: 'KMFP324B',
  name: 'KAMAU N. W.',
  amountCents: 225_000,
  day: toDay('2026-11-24'),
  standing: 'provisional',
  copy: 1,
  sheet: 'LB-000123',
};

export const sealedAt = toInstant('2026-11-24T11:02:31.000Z');

/** The text that this PC prints. */
export function codeOf(pc: PaperPc, facts: PaperFacts = receiptFacts, at: Instant = sealedAt): string {
  const text = sealPaper(pc.storage.reader, facts, at);
  if (text === null) throw new Error('This PC has no certificate');
  return text;
}

export function partsOf(text: string): PaperCode {
  const code = readCode(text);
  if (!code) throw new Error('Not a code');
  return code;
}

/** Signed by this PC's key as a forger of its own texts would. */
export function signedBy(pc: PaperPc, text: Uint8Array): Uint8Array {
  return sign(null, text, pc.privateKey());
}
