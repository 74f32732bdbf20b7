import { createHash } from 'node:crypto';
import type { CodeFault } from '#shared/contract/check.ts';
import { certificateText, isCode, paperText, readCode, type PaperCode } from '#shared/protocol/paper-code.ts';
import { isSignedWith } from '../crypto/ed25519.ts';

/** The one hub whose word counts here, and whether this is a practice office. */
export interface Believed {
  /** Ed25519, raw 32 bytes. */
  readonly hubKey: Uint8Array;
  readonly practice: boolean;
}

export type Judged = { readonly ok: true; readonly code: PaperCode } | { readonly ok: false; readonly why: CodeFault };

/** Whether a device that the hub vouches for has signed what a code says, with nothing but the hub's key. */
export function judge(text: string, { hubKey, practice }: Believed): Judged {
  if (!isCode(text)) return fault('not-ours');
  const code = readCode(text);
  if (!code) return fault('altered');
  const { certificate, signature, paper, paperSignature } = code;
  if (certificate.practice && !practice) return fault('practice');
  if (!markOf(hubKey).equals(certificate.hubMark)) return fault('other-hub');
  if (!isSignedWith(hubKey, certificateText(certificate), signature)) return fault('forged-certificate');
  return isSignedWith(certificate.publicKey, paperText(paper), paperSignature) ? { ok: true, code } : fault('altered');
}

function fault(why: CodeFault): Judged {
  return { ok: false, why };
}

function markOf(hubKey: Uint8Array): Buffer {
  return createHash('sha256').update(hubKey).digest().subarray(0, 4);
}
