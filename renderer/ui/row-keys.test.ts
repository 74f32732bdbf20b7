import { expect, it } from 'vitest';
import { rowAfter } from './row-keys.ts';

it.each([
  ['ArrowDown', 0, 3, 1],
  ['j', 2, 3, 2],
  ['ArrowUp', 0, 3, 0],
  ['k', 2, 3, 1],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['PageDown', 0, 5, 4],
  ['PageUp', 30, 40, 18],
  ['Enter', 0, 3, undefined],
  ['ArrowDown', 0, 0, undefined],
])('%s on row %i of %i leads to %s', (key, current, count, expected) => {
  expect(rowAfter(key, current, count)).toBe(expected);
});
