import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../base/instant.ts';
import {
  countSheets,
  longestRange,
  rangesOverlap,
  readRange,
  readSerial,
  takeProblem,
  unaccounted,
  writeSerial,
  type SheetLife,
} from './sheet.ts';

const prefix = fc.stringMatching(/^([A-Z][A-Z/-]{0,7})?$/u);
const serial = fc
  .record({ prefix, digits: fc.integer({ min: 3, max: 9 }), number: fc.nat() })
  .map(({ digits, number, ...rest }) => ({ ...rest, digits, number: number % 10 ** digits }));

describe('the serial of a sheet', () => {
  it('is read back as it is printed, however it is spaced and in small letters too', () => {
    fc.assert(
      fc.property(serial, (one) => {
        const text = writeSerial(one);
        for (const typed of [text, text.toLowerCase(), ` ${[...text].join(' ')} `])
          expect(readSerial(typed)).toEqual({ ok: true, value: one });
      }),
    );
  });

  it.each(['', 'KE', '12', 'KE-12', '4417x', 'KE-44 17.', '-123', 'ABCDEFGHI123'])('%j is none', (text) => {
    expect(readSerial(text)).toMatchObject({ ok: false, problem: { code: 'sheet.serial-shape' } });
  });
});

describe('a range of sheets', () => {
  it.each([
    ['KE-0001', 'KE-0500', null],
    ['KE-0001', 'KE-0001', null],
    ['KE-0500', 'KE-0001', 'sheet.range-backwards'],
    ['KE-0001', 'KF-0500', 'sheet.range-mixed'],
    ['KE-0001', 'KE-00500', 'sheet.range-mixed'],
    ['000001', String(longestRange).padStart(6, '0'), null],
    ['000001', String(longestRange + 1).padStart(6, '0'), 'sheet.range-too-long'],
    ['KE-0001', 'five', 'sheet.serial-shape'],
  ])('from %s to %s: %s', (from, to, code) => {
    const range = readRange(from, to);
    expect(range.ok ? null : range.problem.code).toBe(code);
  });

  it('overlaps another exactly where both hold one serial', () => {
    const range = fc
      .record({
        prefix: fc.constantFrom('', 'A-'),
        digits: fc.constantFrom(3, 4),
        first: fc.integer({ min: 1, max: 20 }),
        length: fc.integer({ min: 0, max: 9 }),
      })
      .map(({ length, ...rest }) => ({ ...rest, last: rest.first + length }));
    const serialsOf = (one: { prefix: string; digits: number; first: number; last: number }) =>
      Array.from({ length: one.last - one.first + 1 }, (_, index) => writeSerial({ ...one, number: one.first + index }));
    fc.assert(
      fc.property(range, range, (one, other) => {
        const shared = serialsOf(one).some((own) => serialsOf(other).includes(own));
        expect(rangesOverlap(one, other)).toBe(shared);
      }),
    );
  });
});

describe('a sheet in hand', () => {
  const range = { prefix: 'KE-', digits: 4, first: 1, last: 500 };
  const own = { prefix: 'KE-', digits: 4, number: 7 };

  it.each([
    ['lies in stock: it is taken', { state: 'received', takenAt: null }, own, undefined],
    ['was used', { state: 'used', takenAt: null }, own, 'sheet.used'],
    ['is spoiled', { state: 'spoiled', takenAt: null }, own, 'sheet.spoiled'],
    ['was given back', { state: 'returned', takenAt: null }, own, 'sheet.returned'],
    ['has a number that never came', undefined, { ...own, number: 501 }, 'sheet.unknown'],
    ['is of another make', undefined, { ...own, prefix: 'UG-' }, 'sheet.foreign'],
  ] as const)('that %s', (_, sheet, serialInHand, code) => {
    expect(takeProblem(serialInHand, sheet, [range])?.code).toBe(code);
  });
});

/** A life of a sheet in minutes: received, then perhaps taken, then perhaps found spoiled. */
const life: fc.Arbitrary<SheetLife> = fc
  .record({
    received: fc.nat(100),
    wait: fc.option(fc.nat(100)),
    end: fc.constantFrom('used', 'spoiled', 'returned'),
    look: fc.nat(50),
  })
  .map(({ received, wait, end, look }): SheetLife => {
    const at = (minute: number) => instantOf(minute * 60_000);
    if (wait === null) return { receivedAt: at(received), takenAt: null, state: 'received', spoiledAt: null };
    return {
      receivedAt: at(received),
      takenAt: at(received + wait),
      state: end === 'spoiled' ? 'spoiled' : end === 'used' ? 'used' : 'returned',
      spoiledAt: end === 'spoiled' ? at(received + wait + look) : null,
    };
  });

describe('the day end', () => {
  const days = fc.tuple(fc.nat(150), fc.nat(150)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
  const period = (from: number, to: number) => ({ from: instantOf(from * 60_000), to: instantOf(to * 60_000) });

  it('adds up for any sheets and any period: issued = used + spoiled + given back + left', () => {
    fc.assert(
      fc.property(fc.array(life), days, (lives, [from, to]) => {
        expect(unaccounted(countSheets(lives, period(from, to)))).toBe(0);
      }),
    );
  });

  it('leaves exactly what the next one begins with', () => {
    fc.assert(
      fc.property(fc.array(life), days, fc.nat(100), (lives, [from, to], more) => {
        expect(countSheets(lives, period(to, to + more)).opening).toBe(countSheets(lives, period(from, to)).left);
      }),
    );
  });

  it('counts days one by one as it counts them together, but for sheets that were found spoiled later', () => {
    fc.assert(
      fc.property(fc.array(life), days, fc.nat(100), (lives, [from, middle], more) => {
        const [first, second, both] = [period(from, middle), period(middle, middle + more), period(from, middle + more)].map((one) =>
          countSheets(lives, one),
        );
        if (!first || !second || !both) throw new Error('Three periods have three counts');
        expect(first.used + second.used + first.spoiled + second.spoiled).toBe(both.used + both.spoiled);
        expect(first.returned + second.returned).toBe(both.returned);
      }),
    );
  });

  it('of a day that is over never changes when a sheet turns out spoiled later', () => {
    const sheet: SheetLife = { receivedAt: instantOf(0), takenAt: instantOf(5), state: 'used', spoiledAt: null };
    const first = { from: instantOf(0), to: instantOf(10) };
    const before = countSheets([sheet], first);
    const after: SheetLife = { ...sheet, state: 'spoiled', spoiledAt: instantOf(15) };
    expect(countSheets([after], first)).toEqual(before);
    expect(countSheets([after], { from: instantOf(10), to: instantOf(20) })).toMatchObject({ used: 0, spoiled: 0, spoiledLater: 1 });
  });
});
