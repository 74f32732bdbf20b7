import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEngineNumber, engineNumberKey, normaliseEngineNumber } from './engine-number.ts';

describe('engine numbers', () => {
  it.each([
    ['1nz-fe 1234567', '1NZ-FE 1234567'],
    [' 4G15*AB1234* ', '4G15*AB1234*'],
    ['dhzwkc  12345', 'DHZWKC 12345'],
  ])('%s is kept with its signs', (typed, number) => {
    expect(checkEngineNumber(typed)).toEqual({ ok: true, value: number });
  });

  it('too short, too long and stray signs are refused', () => {
    expect(checkEngineNumber('12A')).toMatchObject({ problem: { code: 'engine-number.length', facts: { length: 3 } } });
    expect(checkEngineNumber('1'.repeat(21))).toMatchObject({ problem: { code: 'engine-number.length' } });
    expect(checkEngineNumber('12/34A')).toMatchObject({
      problem: { code: 'engine-number.character', facts: { character: '/', position: 3 } },
    });
  });

  it('one engine read twice has one key', () => {
    expect(engineNumberKey('4G15*AB1Z34*')).toBe(engineNumberKey('4G15 A81234'));
  });

  it('normalising twice is normalising once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => normaliseEngineNumber(normaliseEngineNumber(text)) === normaliseEngineNumber(text),
      ),
    );
  });
});
