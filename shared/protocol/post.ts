import * as z from 'zod';
import { id, instant } from '../contract/model.ts';
import { cursor, hubRefusal, pullAnswer, pullRequest, pushAnswer, pushRequest } from './messages.ts';

/**
 * The post: what a counter would say to the hub over the line, as a file that somebody carries, and the hub's answer on the way back
 * (DESIGN §4). A letter is, in this order: `letterMagic`; its header as JSON behind its length (32 bits, big end first); the body, sealed
 * as `seal.ts` says; and the writer's Ed25519 signature over all of that. The body is JSON, gzipped, behind its own length, and after it
 * the bytes of the scans in the order in which the JSON names them.
 */
const letterMagic = 'KAUNTA POST 1\n';
export const letterSignatureBytes = 64;

/** What anybody may read of a letter: whose it is. The rest only its recipient opens. */
export const letterHeader = z.strictObject({
  protocol: z.int(),
  kind: z.enum(['to-hub', 'from-hub']),
  letterId: id,
  /** The counter that wrote it, or whom it answers. */
  deviceId: id,
  officeCode: z.string().regex(/^[A-Z0-9-]{1,20}$/),
  deviceNo: z.int(),
  writtenAt: instant,
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The very messages that the line would carry, so that the hub takes them by the same door. */
export const letterToHub = z.strictObject({
  pushes: z.array(pushRequest),
  pull: pullRequest,
  scans: z.array(z.strictObject({ sha256, bytes: z.int().min(1) })),
});

export const letterFromHub = z.strictObject({
  /** One for each push, up to the first that was refused. */
  pushes: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('answer'), answer: pushAnswer }),
      z.strictObject({ kind: z.literal('refusal'), refusal: hubRefusal }),
    ]),
  ),
  /** Pages in order, each behind the cursor that it follows. */
  pages: z.array(z.strictObject({ after: cursor, page: pullAnswer })),
  /** Scans that the hub holds now. */
  scans: z.array(sha256),
});

export type LetterHeader = z.infer<typeof letterHeader>;
export type LetterToHub = z.infer<typeof letterToHub>;
export type LetterFromHub = z.infer<typeof letterFromHub>;

/** How much a letter carries at most; what is left goes with the next one. */
export const letterLimits = { scanBytes: 48_000_000, bytes: 96_000_000, jsonBytes: 64_000_000, changes: 10_000 } as const;

/** A letter as far as it can be read without any key. */
export interface OpenedLetter {
  readonly header: LetterHeader;
  readonly sealed: Uint8Array;
  /** What the signature covers, and the signature. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** All of a letter but its signature. */
export function unsignedLetter(header: LetterHeader, sealed: Uint8Array): Uint8Array {
  return joined(bytesOf(letterMagic), framed(bytesOf(JSON.stringify(header))), sealed);
}

/** Undefined where these bytes are no letter, or one of a form that this version does not know. */
export function openLetter(bytes: Uint8Array): OpenedLetter | undefined {
  const magic = bytesOf(letterMagic);
  const signed = bytes.subarray(0, Math.max(0, bytes.length - letterSignatureBytes));
  if (!magic.every((byte, index) => signed[index] === byte)) return undefined;
  const frame = frameOf(signed.subarray(magic.length), mostHeaderBytes);
  const header = letterHeader.safeParse(frame && jsonOf(frame.content));
  if (!frame || !header.success) return undefined;
  return { header: header.data, sealed: frame.rest, signed, signature: bytes.subarray(signed.length) };
}

/** The body before it is sealed. `json` is gzipped already. */
export function letterBody(json: Uint8Array, scans: readonly Uint8Array[]): Uint8Array {
  return joined(framed(json), ...scans);
}

export function openBody(body: Uint8Array): { readonly json: Uint8Array; readonly scans: Uint8Array } | undefined {
  const frame = frameOf(body);
  return frame && { json: frame.content, scans: frame.rest };
}

/** The context of a letter's seal: which letter, and which way it goes. */
export function letterSealContext({ kind, letterId, deviceId }: Pick<LetterHeader, 'kind' | 'letterId' | 'deviceId'>): string {
  return `post ${kind} ${letterId} ${deviceId}`;
}

const lengthBytes = 4;
const mostHeaderBytes = 4_000;

function framed(content: Uint8Array): Uint8Array {
  const length = new Uint8Array(lengthBytes);
  new DataView(length.buffer).setUint32(0, content.length);
  return joined(length, content);
}

function frameOf(bytes: Uint8Array, most = bytes.length): { readonly content: Uint8Array; readonly rest: Uint8Array } | undefined {
  if (bytes.length < lengthBytes) return undefined;
  const end = lengthBytes + new DataView(bytes.buffer, bytes.byteOffset, lengthBytes).getUint32(0);
  return end > bytes.length || end - lengthBytes > most
    ? undefined
    : { content: bytes.subarray(lengthBytes, end), rest: bytes.subarray(end) };
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What stands in a header is ASCII: ids, codes and instants. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(String.fromCharCode(...bytes));
  } catch {
    return undefined;
  }
}
