import { expect, it } from 'vitest';
import { mineFirst } from './work-order.ts';

it('mine come before the office’s, and neither changes its own order', () => {
  const lines = [
    ['a', 'brian'],
    ['b', 'achieng'],
    ['c', 'brian'],
    ['d', 'achieng'],
  ].map(([id, clerkId]) => ({ id, clerkId: clerkId ?? '' }));
  expect(mineFirst(lines, 'achieng').map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
});
