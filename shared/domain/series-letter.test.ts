import { describe, expect, it } from 'vitest';
import { seriesLetterOf } from './series-letter.ts';

describe('the letter of an epoch', () => {
  it('runs from A to Z and goes on with two', () => {
    expect([1, 2, 26, 27, 28, 52, 53, 702].map(seriesLetterOf)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ']);
  });

  it('is never given twice', () => {
    const all = Array.from({ length: 702 }, (_, index) => seriesLetterOf(index + 1));
    expect(new Set(all).size).toBe(all.length);
  });
});
