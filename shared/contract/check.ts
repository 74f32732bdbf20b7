import * as z from 'zod';
import { paperCodeKinds, paperFactNames } from '../domain/paper-code.ts';
import { logbookEnd } from './logbook-end.ts';
import { instant, line } from './model.ts';
import { query } from './procedure.ts';

const value = z.union([z.string(), z.number()]).nullable();

/** One fact as the paper's code has it, beside what this PC knows of the same number. `newer`: it has changed here since, as it may. */
const checkedFact = z.strictObject({
  name: z.enum(paperFactNames),
  onPaper: value,
  here: value,
  is: z.enum(['same', 'newer', 'differs', 'not-known']),
});
export type CheckedFact = z.output<typeof checkedFact>;

const sealedPaper = {
  kind: z.enum(paperCodeKinds),
  office: z.strictObject({ code: line, name: line }),
  deviceNo: z.int(),
  /** When the paper says that it was made. */
  at: instant,
  practice: z.boolean(),
  facts: z.array(checkedFact).readonly(),
  isKnownHere: z.boolean(),
  /** Of an eLogbook copy: what took its place since, where this PC has heard of it. It was good until then. */
  replacedBy: logbookEnd.nullable(),
  /** Of a receipt: since when it is void, where this PC has its record and the hub has not refused the void. */
  voidSince: instant.nullable(),
  /** The vehicle's newer eLogbook, as its record here has it, where this PC has no record of the older one's end. */
  newerLogbook: z.strictObject({ number: line, asOf: instant }).nullable(),
};

const revocation = z.strictObject({ at: instant, why: z.enum(['new-epoch', 'left', 'revoked']), reason: line });

/** Why a code is not the word of an office of this hub. */
const faults = ['not-ours', 'altered', 'forged-certificate', 'other-hub', 'practice', 'short-code-wrong'] as const;
export type CodeFault = (typeof faults)[number];

/** What a code proves: that the paper says what the office recorded. Never that a paper logbook is genuine (DOMAIN §3.3). */
export const verdict = z.discriminatedUnion('verdict', [
  /** `revokedSince`: the key was taken back later than the paper says it was made. */
  z.strictObject({ verdict: z.literal('valid'), ...sealedPaper, revokedSince: revocation.nullable() }),
  z.strictObject({ verdict: z.literal('revoked'), ...sealedPaper, revokedSince: revocation }),
  z.strictObject({ verdict: z.literal('not-valid'), why: z.enum(faults) }),
  /** Typed by hand, of a number that this PC has no such paper of: only its code can tell. */
  z.strictObject({ verdict: z.literal('not-known') }),
]);
export type Verdict = z.output<typeof verdict>;

const checked = z.strictObject({
  verdict,
  /** When this PC last heard all that the hub has to say, revocations too; null: never. */
  heardAt: instant.nullable(),
});

/** The longest thing that a scanner may type; a code of ours has at most 458 letters. */
const scannedText = z.string().max(8_000);

export const check = {
  /** What was read from a paper's code. */
  code: query({ access: 'signed-in', input: z.strictObject({ text: scannedText }), output: checked }),
  /** The paper's number and the 12 signs under its code, of a paper that was made on this PC. */
  typed: query({ access: 'signed-in', input: z.strictObject({ number: line, shortCode: line }), output: checked }),
};
