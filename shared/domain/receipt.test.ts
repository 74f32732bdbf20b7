import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationStates } from './application.ts';
import { isCancelledWithReceipt, receiptSeries, voidProblem, type SeriesReceipt } from './receipt.ts';

const numberOf = (letter: string, number: number) => `R-NRB01-2${letter}-${String(number).padStart(6, '0')}`;
const receipt = (letter: string, number: number, isVoid = false): SeriesReceipt => ({
  receiptNumber: numberOf(letter, number),
  amountCents: 225_000,
  isVoid,
});

describe('a void receipt', () => {
  it('is possible until the registrar reads the case, and again when that has ended without an approval', () => {
    expect(Object.fromEntries(applicationStates.map((state) => [state, voidProblem(state) ?? 'may be void']))).toMatchObject({
      queued: 'may be void',
      returned: 'may be void',
      conflict: 'may be void',
      cancelled: 'may be void',
      refused: 'may be void',
      expired: 'may be void',
      'in-review': 'receipt.in-review',
      approved: 'receipt.spent',
      ready: 'receipt.spent',
      collected: 'receipt.spent',
    });
  });

  it('takes its case along unless that has ended', () => {
    expect((['queued', 'returned', 'conflict', 'cancelled', 'refused'] as const).map(isCancelledWithReceipt)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the series report', () => {
  it('names exactly the numbers that were taken out of it, whatever the order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 2, max: 60 }), fc.array(fc.nat()), (first, length, removed) => {
        const all = Array.from({ length }, (_, index) => first + index);
        const gone = new Set(removed.map((index) => all[1 + (index % Math.max(1, length - 2))]).filter((one) => one !== all.at(-1)));
        const kept = all.filter((number) => !gone.has(number)).toReversed();
        const [series] = receiptSeries(kept.map((number) => receipt('A', number)));
        expect(series).toMatchObject({
          first: numberOf('A', first),
          last: numberOf('A', first + length - 1),
          count: kept.length,
          missing: all.filter((number) => gone.has(number)).map((number) => numberOf('A', number)),
        });
      }),
    );
  });

  it('keeps letters apart, AA after Z, and counts void ones as there', () => {
    const report = receiptSeries([receipt('AA', 1), receipt('B', 4), receipt('B', 5, true), receipt('A', 2)]);
    expect(
      report.map(({ letter, count, voided, missing, goodCents, voidedCents }) => [
        letter,
        count,
        voided,
        missing.length,
        goodCents,
        voidedCents,
      ]),
    ).toEqual([
      ['A', 1, 0, 0, 225_000, 0],
      ['B', 2, 1, 0, 225_000, 225_000],
      ['AA', 1, 0, 0, 225_000, 0],
    ]);
  });

  it('misses the newest number too where it was given out and has no receipt', () => {
    const [series] = receiptSeries([receipt('A', 1), receipt('A', 2)], new Map([['A', 3]]));
    expect(series?.missing).toEqual([numberOf('A', 3)]);
  });
});
