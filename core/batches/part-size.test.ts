import { expect, it } from 'vitest';
import { nextPart } from './part-size.ts';

it('takes more rows at once on a quick disk and fewer on a slow one, step by step and within its bounds', () => {
  expect(nextPart(100, 3)).toBe(200);
  expect(nextPart(100, 0)).toBe(200);
  expect(nextPart(100, 12)).toBe(50);
  expect(nextPart(200, 1_000)).toBe(100);
  expect(nextPart(50, 1_000)).toBe(50);
  expect(nextPart(800, 0)).toBe(800);
});
