import { decode, encode } from 'cborg';
import * as z from 'zod';
import { addDays, daysBetween, instantOf, msOf, toDay, type Instant } from '../base/instant.ts';
import { standings } from '../domain/application.ts';
import { paperCodeKinds, type PaperFacts } from '../domain/paper-code.ts';
import { fromBase45, toBase45 } from './base45.ts';

/**
 * The code on every paper: `KAUNTA1:` and the base45 of CBOR `[certificate, the hub's signature, paper, the device's signature]`. Arrays
 * in fixed order and one way only to write each value, so that two texts never say the same.
 */
const prefix = 'KAUNTA1:';

/** No code is longer, in bytes before base45: QR version 13, whose 69 modules are 0.44 mm on the 30 mm that a paper keeps for it. */
export const mostCodeBytes = 300;

/** What the hub says of a device of an office, in one epoch of its journal. */
export interface DeviceCertificate {
  /** The first 4 bytes of the SHA-256 of the hub's public key: which hub to ask, and no proof. */
  readonly hubMark: Uint8Array;
  readonly officeCode: string;
  readonly deviceNo: number;
  readonly epoch: number;
  /** Ed25519, raw 32 bytes. */
  readonly publicKey: Uint8Array;
  /** In whole seconds. */
  readonly from: Instant;
  readonly practice: boolean;
}

export interface SignedCertificate {
  readonly certificate: DeviceCertificate;
  readonly signature: Uint8Array;
}

/** The facts of a paper and when they were sealed, in whole seconds. */
export interface Paper {
  readonly facts: PaperFacts;
  readonly at: Instant;
}

export interface PaperCode extends SignedCertificate {
  readonly paper: Paper;
  readonly paperSignature: Uint8Array;
}

/** A device's certificate can stand for nothing else that a hub signs, nor a paper for anything else that a device signs. */
export function certificateText(certificate: DeviceCertificate): Uint8Array {
  return inDomain('kaunta device certificate 1', certificateForm(certificate));
}

export function paperText(paper: Paper): Uint8Array {
  return inDomain('kaunta paper 1', paperForm(paper));
}

export function writeCertificate({ certificate, signature }: SignedCertificate): Uint8Array {
  return encode([certificateForm(certificate), signature]);
}

export function readCertificate(bytes: Uint8Array): SignedCertificate | undefined {
  const [certificate, signature] = read(signedForm, bytes) ?? [];
  return certificate && signature && { certificate, signature };
}

export function writeCode({ certificate, signature, paper, paperSignature }: PaperCode): string {
  const bytes = encode([certificateForm(certificate), signature, paperForm(paper), paperSignature]);
  if (bytes.length > mostCodeBytes) throw new RangeError(`A paper's code of ${bytes.length} bytes`);
  return prefix + toBase45(bytes);
}

/** Whether a text claims to be the code of one of our papers. */
export function isCode(text: string): boolean {
  return text.startsWith(prefix);
}

/** Undefined where the text is not letter by letter what `writeCode` would have written of anything. */
export function readCode(text: string): PaperCode | undefined {
  const bytes = isCode(text) ? fromBase45(text.slice(prefix.length)) : undefined;
  if (!bytes || bytes.length > mostCodeBytes) return undefined;
  const [certificate, signature, paper, paperSignature] = read(codeForm, bytes) ?? [];
  if (!certificate || !signature || !paper || !paperSignature) return undefined;
  const code = { certificate, signature, paper, paperSignature };
  return writeCode(code) === text ? code : undefined;
}

function inDomain(domain: string, form: readonly unknown[]): Uint8Array {
  return encode([domain, ...form]);
}

const firstDay = toDay('1970-01-01');

function secondsOf(at: Instant): number {
  return Math.floor(msOf(at) / 1000);
}

function certificateForm(certificate: DeviceCertificate): readonly unknown[] {
  const { hubMark, officeCode, deviceNo, epoch, publicKey, from, practice } = certificate;
  return [hubMark, officeCode, deviceNo, epoch, publicKey, secondsOf(from), practice];
}

function paperForm({ facts, at }: Paper): readonly unknown[] {
  const { kind, number, plate, name, amountCents, day, standing, copy, sheet } = facts;
  return [
    paperCodeKinds.indexOf(kind),
    number,
    plate,
    name,
    amountCents,
    day && daysBetween(firstDay, day),
    standing && standings.indexOf(standing),
    copy,
    sheet,
    secondsOf(at),
  ];
}

const bytesOf = (length: number) => z.instanceof(Uint8Array).refine((bytes) => bytes.length === length);
const count = z.int().min(0).max(1_000_000);
const text = z.string().max(64);
/** To the year 9999. */
const instant = z
  .int()
  .min(0)
  .max(253_402_300_799)
  .transform((seconds) => instantOf(seconds * 1000));
const day = z
  .int()
  .min(0)
  .max(2_932_896)
  .transform((days) => addDays(firstDay, days));

function oneOf<T extends string>(values: readonly T[]) {
  return z
    .int()
    .min(0)
    .max(values.length - 1)
    .transform((place) => values[place] as T);
}

const certificateSchema = z
  .tuple([bytesOf(4), text, count, count, bytesOf(32), instant, z.boolean()])
  .transform(([hubMark, officeCode, deviceNo, epoch, publicKey, from, practice]): DeviceCertificate => ({
    hubMark,
    officeCode,
    deviceNo,
    epoch,
    publicKey,
    from,
    practice,
  }));

const paperSchema = z
  .tuple([
    oneOf(paperCodeKinds),
    text,
    text.nullable(),
    text.nullable(),
    z.int().nullable(),
    day.nullable(),
    oneOf(standings).nullable(),
    count.nullable(),
    text.nullable(),
    instant,
  ])
  .transform(([kind, number, plate, name, amountCents, on, standing, copy, sheet, at]): Paper => ({
    facts: { kind, number, plate, name, amountCents, day: on, standing, copy, sheet },
    at,
  }));

const signedForm = z.tuple([certificateSchema, bytesOf(64)]);
const codeForm = z.tuple([certificateSchema, bytesOf(64), paperSchema, bytesOf(64)]);

function read<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | undefined {
  try {
    const parsed = schema.safeParse(decode(bytes, { strict: true, allowIndefinite: false, allowUndefined: false }));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
