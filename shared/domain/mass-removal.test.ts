import { describe, expect, it } from 'vitest';
import { isMassRemoval } from './mass-removal.ts';

describe('removals', () => {
  it('are asked about from a tenth of what is known, or beyond 500', () => {
    const asked = ([gone, known]: readonly [number, number]) => isMassRemoval({ gone, known });
    expect(
      [
        [9, 100],
        [499, 5_000],
        [500, 6_000],
        [3, 0],
      ].map((pair) => asked(pair as [number, number])),
    ).toEqual([false, false, false, false]);
    expect(
      [
        [10, 100],
        [500, 5_000],
        [501, 60_000],
        [1, 1],
      ].map((pair) => asked(pair as [number, number])),
    ).toEqual([true, true, true, true]);
  });
});
