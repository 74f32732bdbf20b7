import { accept, decline, type Decision } from '../base/decision.ts';
import { digitLike } from './look-alike.ts';
import { compact } from './typed-text.ts';

/** The papers by which a person is known at the counter (DOMAIN §2.2; the diplomatic ID of §4.3 has no published format). */
export const identityDocumentKinds = [
  'national-id',
  'maisha-namba',
  'alien-id',
  'refugee-id',
  'military-id',
  'passport',
  'diplomatic-id',
] as const;
export type IdentityDocumentKind = (typeof identityDocumentKinds)[number];

interface NumberRule {
  readonly characters: 'digits' | 'letters-and-digits';
  readonly lengths: readonly number[];
}

const sixToNine = [6, 7, 8, 9];

/** Wide on purpose: public rules disagree, and a number that exists must never be turned away (DOMAIN §2.2, M and L). */
const rules: Readonly<Record<IdentityDocumentKind, NumberRule>> = {
  'national-id': { characters: 'digits', lengths: sixToNine },
  // Either the kept national number or the 14 digits that some pages describe.
  'maisha-namba': { characters: 'digits', lengths: [...sixToNine, 14] },
  'alien-id': { characters: 'digits', lengths: sixToNine },
  'refugee-id': { characters: 'digits', lengths: sixToNine },
  'military-id': { characters: 'digits', lengths: sixToNine },
  passport: { characters: 'letters-and-digits', lengths: sixToNine },
  'diplomatic-id': { characters: 'letters-and-digits', lengths: [4, 5, ...sixToNine, 10, 11, 12] },
};

export type IdentityProblemCode =
  /** `found` at `position` where `expected` (`digit` or `letter-or-digit`) belongs; `suggestion` is the number with its look-alikes mended, or empty. */
  | 'identity.character'
  /** `length` characters; `expectedLengths` lists those a number of this `kind` may have. */
  | 'identity.length';

export function isIdentityDocumentKind(text: string): text is IdentityDocumentKind {
  return identityDocumentKinds.some((kind) => kind === text);
}

export function normaliseIdentityNumber(text: string): string {
  return compact(text);
}

/** The normalised number if a document of that kind may bear it. */
export function checkIdentityNumber(kind: IdentityDocumentKind, text: string): Decision<string, IdentityProblemCode> {
  const number = normaliseIdentityNumber(text);
  const { characters, lengths } = rules[kind];
  const stray = (characters === 'digits' ? /[^0-9]/u : /[^A-Z0-9]/u).exec(number);
  if (stray) {
    return decline('identity.character', {
      kind,
      position: stray.index + 1,
      found: stray[0],
      expected: characters === 'digits' ? 'digit' : 'letter-or-digit',
      suggestion: characters === 'digits' ? mendedDigits(number, lengths) : '',
    });
  }
  if (lengths.includes(number.length)) return accept(number);
  return decline('identity.length', { kind, length: number.length, expectedLengths: lengths.join(', ') });
}

/**
 * What two documents of one person have in common, to see that a seller is not their own buyer. A Maisha Namba keeps the national
 * number (DOMAIN §2.2), and zeros before a number are a matter of typing.
 */
export function identityKey(kind: IdentityDocumentKind, text: string): string {
  const series = kind === 'maisha-namba' ? 'national-id' : kind;
  const number = normaliseIdentityNumber(text);
  return `${series}:${rules[kind].characters === 'digits' ? number.replace(/^0+(?=.)/u, '') : number}`;
}

function mendedDigits(number: string, lengths: readonly number[]): string {
  const digits = [...number].map((character) => digitLike(character) ?? character).join('');
  return /^\d+$/u.test(digits) && lengths.includes(digits.length) ? digits : '';
}
