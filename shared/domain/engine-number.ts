import { accept, decline, type Decision } from '../base/decision.ts';
import { foldLookAlikes } from './look-alike.ts';

export type EngineNumberProblemCode =
  /** `length` characters, fewer than `minLength` or more than `maxLength`. */
  | 'engine-number.length'
  /** `character` at `position` is not a letter, digit, space, dash or star. */
  | 'engine-number.character';

const minLength = 4;
const maxLength = 20;

/** Upper case with single spaces; dash, star and inner spaces are stamped on the metal and stay. */
export function normaliseEngineNumber(text: string): string {
  return text
    .toUpperCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Makers follow no standard (DOMAIN §2.3, UNSOURCED), so only the signs and the length are checked. */
export function checkEngineNumber(text: string): Decision<string, EngineNumberProblemCode> {
  const number = normaliseEngineNumber(text);
  const stray = /[^A-Z0-9 *-]/u.exec(number);
  if (stray) return decline('engine-number.character', { character: stray[0], position: stray.index + 1 });
  if (number.length < minLength || number.length > maxLength) {
    return decline('engine-number.length', { length: number.length, minLength, maxLength });
  }
  return accept(number);
}

/** Two numbers with one key may be one engine read twice: look-alikes are folded and signs left out. For comparing only. */
export function engineNumberKey(text: string): string {
  return foldLookAlikes(normaliseEngineNumber(text).replace(/[^A-Z0-9]/gu, ''));
}
