import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkKraPin, normaliseKraPin } from './kra-pin.ts';

const anyPin = fc.stringMatching(/^[AP]\d{9}[A-Z]$/u);

function problemOf(text: string) {
  const decision = checkKraPin(text);
  return decision.ok ? 'fits' : decision.problem;
}

describe('KRA PIN', () => {
  it('of an individual begins with A, of any other with P', () => {
    expect(checkKraPin('a004416331m')).toEqual({ ok: true, value: { pin: 'A004416331M', holder: 'individual' } });
    expect(checkKraPin('P051 365 947-M')).toEqual({ ok: true, value: { pin: 'P051365947M', holder: 'non-individual' } });
  });

  it.each([
    ['AO04416331M', 2, 'O', 'digit', 'A004416331M'],
    ['A00441633lM', 10, 'L', 'digit', 'A004416331M'],
    ['A0044I633IM', 6, 'I', 'digit', 'A004416331M'],
    ['A0044163318', 11, '8', 'letter', 'A004416331B'],
    ['B004416331M', 1, 'B', 'a-or-p', ''],
    ['A0044X6331M', 6, 'X', 'digit', ''],
    ['A00441633_M', 10, '_', 'digit', ''],
  ])('%s has a slip at %i: %s where a %s belongs', (typed, position, found, expected, suggestion) => {
    expect(problemOf(typed)).toEqual({ code: 'kra-pin.character', facts: { position, found, expected, suggestion } });
  });

  it.each([
    ['A00441633M', 10],
    ['A0044163310M', 12],
    ['', 0],
  ])('%s is too short or too long with %i characters', (typed, length) => {
    expect(problemOf(typed)).toEqual({ code: 'kra-pin.length', facts: { length, expectedLength: 11 } });
  });

  it('normalising twice is normalising once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normaliseKraPin(normaliseKraPin(text)) === normaliseKraPin(text)));
  });

  it('fits however it is spaced, and every one-letter slip in its digits is found at its place', () => {
    fc.assert(
      fc.property(anyPin, fc.integer({ min: 1, max: 9 }), fc.constantFrom('O', 'I', 'S', 'B', 'Z', 'X'), (pin, at, letter) => {
        expect(checkKraPin(` ${pin.slice(0, 4)} ${pin.slice(4).toLowerCase()}`).ok).toBe(true);
        const decision = checkKraPin(pin.slice(0, at) + letter + pin.slice(at + 1));
        expect(decision).toMatchObject({ ok: false, problem: { code: 'kra-pin.character', facts: { position: at + 1, found: letter } } });
      }),
    );
  });

  it('every suggestion fits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[AP][0-9OILSBZ]{9}[A-Z0-9]$/u), (typed) => {
        const decision = checkKraPin(typed);
        const suggestion = decision.ok ? typed : String(decision.problem.facts['suggestion']);
        expect(suggestion === '' || checkKraPin(suggestion).ok).toBe(true);
      }),
    );
  });
});
