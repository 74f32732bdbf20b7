import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskIdentityNumber, maskKraPin, maskPhone } from './mask.ts';

it('numbers of people are shown by their ends only', () => {
  expect(maskIdentityNumber('23 456 678')).toBe('•••••678');
  expect(maskKraPin('A004416331M')).toBe('A•••••••31M');
  expect(maskPhone('+254712345678')).toBe('07•• ••• 678');
});

it('a number too short to hide part of is hidden whole', () => {
  expect([maskIdentityNumber('1234'), maskKraPin('A12'), maskPhone('0712'), maskIdentityNumber('')]).toEqual(['••••', '•••', '••••', '']);
});

it('no mask shows more than half of a number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9]{0,20}$/u), (number) => {
      for (const masked of [maskIdentityNumber(number), maskKraPin(number), maskPhone(number)]) {
        const shown = masked.replace(/[• ]/gu, '');
        expect(shown.length).toBeLessThanOrEqual(number.length / 2);
      }
    }),
  );
});
