import { describe, expect, it } from 'vitest';
import { valueReaders } from './read-value.ts';

describe('values from the database', () => {
  it.each([
    [1184, '2026-11-23 06:00:00+00', '2026-11-23T06:00:00.000Z'],
    [1184, '2026-11-23 06:00:00.12+00', '2026-11-23T06:00:00.120Z'],
    [1184, '2026-11-23 06:00:00.123456+00', '2026-11-23T06:00:00.123Z'],
    [1082, '2026-11-23', '2026-11-23'],
    [20, '9007199254740991', Number.MAX_SAFE_INTEGER],
    [5069, '18446744073709551615', '18446744073709551615'],
    [3802, '{"a": [1]}', { a: [1] }],
  ])('of type %i: %s', (oid, text, value) => {
    expect(valueReaders[oid]?.(text)).toEqual(value);
  });

  it('a bigint past 2^53 is a bug, not another number', () => {
    expect(() => valueReaders[20]?.('9007199254740993')).toThrow('Past 2^53');
  });
});
