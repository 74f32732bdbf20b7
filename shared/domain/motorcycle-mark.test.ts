import { expect, it } from 'vitest';
import { checkPlate } from './plate.ts';
import { motorcycleMark } from './motorcycle-mark.ts';

it('counts numbers first, then the last letter, then the fourth and the third, without I and O', () => {
  const rounds = 999 * 24;
  expect([1, 999, 1_000, 999 * 8 + 1, 999 * 9, rounds + 1, rounds * 24 + 1].map(motorcycleMark)).toEqual([
    'KMHA001A',
    'KMHA999A',
    'KMHA001B',
    'KMHA001J',
    'KMHA999J',
    'KMHB001A',
    'KMJA001A',
  ]);
});

it('makes marks of motorcycles alone', () => {
  for (const place of [1, 24_000, 500_000, 5_000_000])
    expect(checkPlate(motorcycleMark(place))).toMatchObject({ ok: true, value: { classes: ['motorcycle'] } });
});
