import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkIdentityNumber,
  identityDocumentKinds,
  identityKey,
  isIdentityDocumentKind,
  normaliseIdentityNumber,
  type IdentityDocumentKind,
} from './identity-document.ts';

function problemOf(kind: IdentityDocumentKind, text: string) {
  const decision = checkIdentityNumber(kind, text);
  return decision.ok ? 'fits' : decision.problem;
}

describe('numbers of identity documents', () => {
  it.each<[IdentityDocumentKind, string, string]>([
    ['national-id', '23 456 789', '23456789'],
    ['national-id', '1234567', '1234567'],
    ['maisha-namba', '23456789', '23456789'],
    ['maisha-namba', '12345678901234', '12345678901234'],
    ['alien-id', '123456', '123456'],
    ['refugee-id', '123456789', '123456789'],
    ['military-id', '123456', '123456'],
    ['passport', 'a1234567', 'A1234567'],
    ['passport', 'AK 123456', 'AK123456'],
    ['diplomatic-id', 'DM-1234', 'DM1234'],
  ])('a %s may be %s', (kind, typed, number) => {
    expect(checkIdentityNumber(kind, typed)).toEqual({ ok: true, value: number });
  });

  it('a letter in a national ID is named with its place and what it looks like', () => {
    expect(problemOf('national-id', '2345678O')).toEqual({
      code: 'identity.character',
      facts: { kind: 'national-id', position: 8, found: 'O', expected: 'digit', suggestion: '23456780' },
    });
    expect(problemOf('national-id', '2345K780')).toMatchObject({ facts: { position: 5, suggestion: '' } });
    expect(problemOf('passport', 'A12_3456')).toMatchObject({ facts: { position: 4, expected: 'letter-or-digit' } });
  });

  it('a number that is too short or too long names the lengths it may have', () => {
    expect(problemOf('national-id', '12345')).toEqual({
      code: 'identity.length',
      facts: { kind: 'national-id', length: 5, expectedLengths: '6, 7, 8, 9' },
    });
    expect(problemOf('maisha-namba', '1234567890')).toMatchObject({
      code: 'identity.length',
      facts: { expectedLengths: '6, 7, 8, 9, 14' },
    });
    expect(problemOf('national-id', '')).toMatchObject({ code: 'identity.length', facts: { length: 0 } });
  });

  it('a national ID and the Maisha Namba that kept it are one person, a passport with the same digits is not', () => {
    expect(identityKey('maisha-namba', '0 2345678')).toBe(identityKey('national-id', '2345678'));
    expect(identityKey('passport', '2345678')).not.toBe(identityKey('national-id', '2345678'));
    expect(identityKey('passport', '0234567')).not.toBe(identityKey('passport', '234567'));
  });

  it('normalising twice is normalising once, for what fits and for what does not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identityDocumentKinds), fc.string(), (kind, text) => {
        const number = normaliseIdentityNumber(text);
        expect(normaliseIdentityNumber(number)).toBe(number);
        expect(checkIdentityNumber(kind, number)).toEqual(checkIdentityNumber(kind, text));
      }),
    );
  });

  it('only the listed kinds are kinds', () => {
    expect(identityDocumentKinds.every(isIdentityDocumentKind)).toBe(true);
    expect(isIdentityDocumentKind('driving-licence')).toBe(false);
  });
});
