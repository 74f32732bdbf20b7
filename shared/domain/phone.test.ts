import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhone, displayPhone, normalisePhone } from './phone.ts';

const subscriber = fc.stringMatching(/^[17]\d{8}$/u);

function problemOf(text: string) {
  const decision = checkPhone(text);
  return decision.ok ? 'fits' : decision.problem;
}

describe('phone numbers', () => {
  it.each(['0712345678', '0712 345 678', '+254 712 345 678', '254712345678', '(0712) 345-678'])('%s is one number', (typed) => {
    expect(checkPhone(typed)).toEqual({ ok: true, value: '+254712345678' });
    expect(displayPhone(typed)).toBe('0712 345 678');
  });

  it('the newer 01 numbers fit', () => {
    expect(checkPhone('0110 123 456')).toEqual({ ok: true, value: '+254110123456' });
  });

  it('the slip is named', () => {
    expect(problemOf('07123456')).toEqual({ code: 'phone.length', facts: { digits: 7, expectedDigits: 9 } });
    expect(problemOf('07123456789')).toEqual({ code: 'phone.length', facts: { digits: 10, expectedDigits: 9 } });
    expect(problemOf('0203 456 789')).toEqual({ code: 'phone.prefix', facts: {} });
    expect(problemOf('+255712345678')).toEqual({ code: 'phone.prefix', facts: {} });
    expect(problemOf('')).toEqual({ code: 'phone.prefix', facts: {} });
    expect(problemOf('O712345678')).toEqual({ code: 'phone.character', facts: { character: 'O', position: 1 } });
    expect(problemOf('0712+45678')).toEqual({ code: 'phone.character', facts: { character: '+', position: 5 } });
  });

  it('written and typed again it is the same number', () => {
    fc.assert(
      fc.property(subscriber, (digits) => {
        expect(normalisePhone(displayPhone(`0${digits}`))).toBe(`+254${digits}`);
        expect(normalisePhone(`254${digits}`)).toBe(`+254${digits}`);
      }),
    );
  });

  it('a number with a digit missing is not given the prefix of a whole one', () => {
    expect([normalisePhone('0712 345 67'), displayPhone('0712 345 67')]).toEqual(['071234567', '071234567']);
  });

  it('normalising twice is normalising once', () => {
    fc.assert(fc.property(fc.string(), (text) => normalisePhone(normalisePhone(text)) === normalisePhone(text)));
  });
});
