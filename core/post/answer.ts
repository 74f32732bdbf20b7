import { verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  letterFromHub,
  letterLimits,
  letterSealContext,
  openBody,
  openLetter,
  type LetterFromHub,
  type LetterHeader,
  type OpenedLetter,
} from '#shared/protocol/post.ts';
import { openSealed } from '../crypto/seal.ts';
import { AppError } from '../refusal.ts';

/** What an answer is read with: only this device opens it, and only its hub could sign it. */
export interface AnswerKeys {
  readonly deviceId: string;
  readonly sealPrivateKey: KeyObject;
  readonly hubKey: KeyObject;
}

export interface ReadAnswer {
  readonly header: LetterHeader;
  readonly content: LetterFromHub;
}

/** A letter as anybody may look at it, of the kind that is wanted here. */
export function getLetter(bytes: Uint8Array, kind: LetterHeader['kind']): OpenedLetter {
  const letter = openLetter(bytes);
  if (!letter) throw new AppError('post.not-a-letter');
  if (letter.header.kind !== kind) throw new AppError(kind === 'to-hub' ? 'post.is-answer' : 'post.is-letter');
  return letter;
}

/** The hub's answer to a letter of this PC; refused where another wrote it, it was changed on the way, or it answers somebody else. */
export async function readAnswer(bytes: Uint8Array, { deviceId, sealPrivateKey, hubKey }: AnswerKeys): Promise<ReadAnswer> {
  const { header, sealed, signed, signature } = getLetter(bytes, 'from-hub');
  if (header.deviceId !== deviceId) throw new AppError('post.not-yours', { office: header.officeCode, deviceNo: header.deviceNo });
  if (!verify(null, signed, hubKey, signature)) throw new AppError('post.altered');
  const plain = openSealed(sealPrivateKey, letterSealContext(header), sealed);
  const body = plain && openBody(plain);
  const json = body && (await promisify(gunzip)(body.json, { maxOutputLength: letterLimits.jsonBytes }).catch(() => undefined));
  const parsed = letterFromHub.safeParse(json && jsonOf(json));
  if (!parsed.success) throw new AppError('post.altered');
  return { header, content: parsed.data };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
