import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase45, toBase45 } from './base45.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('base45', () => {
  it('writes the examples of RFC 9285', () => {
    expect(['AB', 'Hello!!', 'base-45', 'ietf!'].map((text) => toBase45(bytesOf(text)))).toEqual([
      'BB8',
      '%69 VD92EX0',
      'UJCLQE7W581',
      'QED8WEX0',
    ]);
  });

  it('reads back any bytes, and its text never ends in a space that a scanner would cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase45(bytes);
        expect(text.trimEnd()).toBe(text);
        expect(fromBase45(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it.each(['A', 'GGW', 'ZZ', ':::', 'abc', 'BB8B'])('refuses %j, which it would never write', (text) => {
    expect(fromBase45(text)).toBeUndefined();
  });
});
