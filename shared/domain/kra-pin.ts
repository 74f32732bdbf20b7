import { accept, decline, type Decision } from '../base/decision.ts';
import { digitLike, letterLike } from './look-alike.ts';
import { compact } from './typed-text.ts';

/** A PIN of the Kenya Revenue Authority: A for an individual, P for a company, trust or society (DOMAIN §2.2, H). */
export interface KraPin {
  readonly pin: string;
  readonly holder: 'individual' | 'non-individual';
}

export type KraPinProblemCode =
  /** `length` characters instead of `expectedLength`. */
  | 'kra-pin.length'
  /** `found` at `position` where `expected` (`a-or-p`, `digit`, `letter`) belongs; `suggestion` is the PIN with its look-alikes mended, or empty. */
  | 'kra-pin.character';

const kraPinLength = 11;
const shape = /^[AP]\d{9}[A-Z]$/u;

export function normaliseKraPin(text: string): string {
  return compact(text);
}

/** Structure only: how the last letter checks the rest is unpublished, so a PIN that fits may still be wrong. */
export function checkKraPin(text: string): Decision<KraPin, KraPinProblemCode> {
  const pin = normaliseKraPin(text);
  const characters = [...pin];
  if (characters.length !== kraPinLength) {
    return decline('kra-pin.length', { length: characters.length, expectedLength: kraPinLength });
  }
  const slip = characters.findIndex((character, index) => !expectedAt(index).shape.test(character));
  if (slip === -1) return accept({ pin, holder: pin.startsWith('A') ? 'individual' : 'non-individual' });
  return decline('kra-pin.character', {
    position: slip + 1,
    found: characters[slip] ?? '',
    expected: expectedAt(slip).kind,
    suggestion: mended(characters),
  });
}

function expectedAt(index: number): { readonly kind: 'a-or-p' | 'digit' | 'letter'; readonly shape: RegExp } {
  if (index === 0) return { kind: 'a-or-p', shape: /^[AP]$/u };
  return index === kraPinLength - 1 ? { kind: 'letter', shape: /^[A-Z]$/u } : { kind: 'digit', shape: /^\d$/u };
}

function mended(characters: readonly string[]): string {
  const pin = characters
    .map((character, index) => {
      const { kind } = expectedAt(index);
      return (kind === 'digit' ? digitLike(character) : letterLike(character)) ?? character;
    })
    .join('');
  return shape.test(pin) ? pin : '';
}
