import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digitLike, foldLookAlikes, letterLike, looksLike } from './look-alike.ts';

it.each([
  ['O', '0'],
  ['Q', '0'],
  ['I', '1'],
  ['L', '1'],
  ['B', '8'],
  ['S', '5'],
  ['Z', '2'],
])('%s looks like %s', (letter, digit) => {
  expect(looksLike(`MD2A${letter}1`, `md2a${digit}1`)).toBe(true);
  expect(digitLike(letter)).toBe(digit);
});

it('a text does not look like itself or like another with a real difference', () => {
  expect(looksLike('KDK236T', 'kdk236t')).toBe(false);
  expect(looksLike('KDK236T', 'KDK237T')).toBe(false);
});

it('folding twice is folding once, and keeps the length', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9 -]{0,30}$/u), (text) => {
      expect(foldLookAlikes(foldLookAlikes(text))).toBe(foldLookAlikes(text));
      expect(foldLookAlikes(text)).toHaveLength(text.length);
    }),
  );
});

it('a digit with a look-alike letter folds back to itself', () => {
  for (const digit of '01258') expect(foldLookAlikes(letterLike(digit) ?? '')).toBe(digit);
});
