import { describe, expect, it } from 'vitest';
import { isMet, median, quantile, type BenchLine } from './bench-line.ts';

const line: BenchLine = { name: 'a figure', value: 4, unit: 'ms', anchor: 'its floor', anchorValue: 2, ratio: 2, aim: '' };

describe('an aim', () => {
  it.each([
    ['at most 5 ms', true],
    ['at most 3.9 ms', false],
    ['at least 4 ms', true],
    ['at most 1.5 times', false],
    ['at least 2 times', true],
  ])('%s is asked of the value by its unit, and of the ratio in times', (aim, met) => {
    expect(isMet({ ...line, aim })).toBe(met);
  });

  it('that is not there is neither met nor missed', () => {
    expect(isMet(line)).toBeUndefined();
  });

  it.each(['fast', 'at most 5 MB', 'at most ms'])('that cannot be read (%s) is a bug', (aim) => {
    expect(() => isMet({ ...line, aim })).toThrow(aim);
  });
});

describe('a quantile', () => {
  it('of an even count lies between its neighbours', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('of a hundred and one values is the one at its place', () => {
    const values = Array.from({ length: 101 }, (_, index) => index);
    expect([quantile(values, 0), quantile(values, 0.99), quantile(values, 1)]).toEqual([0, 99, 100]);
  });
});
