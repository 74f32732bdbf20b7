import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCents, cents, formatAmount, formatKes, parseKes } from './money.ts';

const anyCents = fc.integer({ min: 0, max: 1_000_000_000_000 });

describe('money', () => {
  it.each([
    [cents(2250), 'KES 2,250'],
    [cents(1_000_000), 'KES 1,000,000'],
    [cents(50), 'KES 50'],
    [0, 'KES 0'],
    [225_050, 'KES 2,250.50'],
    [5, 'KES 0.05'],
    [-225_000, 'KES -2,250'],
  ])('%i cents is written %s', (amountCents, written) => {
    expect(formatKes(amountCents)).toBe(written);
  });

  it('shillings with cents become whole cents although floats cannot hold them', () => {
    expect([cents(1.15), cents(10.5), cents(0.29), cents(4.35)]).toEqual([115, 1050, 29, 435]);
  });

  it.each([0.001, 1.005, Number.NaN, Number.POSITIVE_INFINITY, 1e300])('%d shillings is no amount', (kes) => {
    expect(() => cents(kes)).toThrow(RangeError);
  });

  it('a sum never loses a cent, in any order', () => {
    fc.assert(
      fc.property(fc.array(anyCents, { maxLength: 50 }), (amounts) => {
        const exact = Number(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));
        expect(addCents(...amounts)).toBe(exact);
        expect(addCents(...amounts.toReversed())).toBe(exact);
      }),
    );
  });

  it('a fraction of a cent, and a sum too big to be exact, is a bug and throws', () => {
    expect(() => addCents(1, 0.5)).toThrow(RangeError);
    expect(() => addCents(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError);
    expect(() => formatAmount(0.1)).toThrow(RangeError);
  });

  it('what is written can be typed back to the same cents', () => {
    fc.assert(
      fc.property(anyCents, (amountCents) => {
        expect(parseKes(formatKes(amountCents))).toBe(amountCents);
        expect(parseKes(formatAmount(amountCents))).toBe(amountCents);
      }),
    );
  });

  it('one decimal is tens of cents, and the currency may be typed or not', () => {
    expect(['10.5', 'KES 2,250', 'kes 0.05', ' 2250.00 '].map(parseKes)).toEqual([1050, 225_000, 5, 225_000]);
  });

  it.each(['', 'KES', '2,25', '1.234', '-5', '1e3', '2 250', '٢٢٥٠', '99999999999999999999'])('%j is not an amount', (text) => {
    expect(parseKes(text)).toBeUndefined();
  });

  it('every cent from shillings comes back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (amountCents) => cents(amountCents / 100) === amountCents));
  });
});
