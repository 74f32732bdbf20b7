import { expect, test } from 'vitest';
import { workPace } from './work-pace.ts';

test('the rate is what was done over the time it took, and what is left goes on at that rate', () => {
  expect(workPace({ done: 2_000, total: 10_000, elapsedMs: 4_000 })).toEqual({ perSecond: 500, leftSeconds: 16 });
});

test('nothing is promised within the first second, before anything is done, or where the end is not known', () => {
  expect(workPace({ done: 900, total: 10_000, elapsedMs: 900 })).toEqual({ perSecond: null, leftSeconds: null });
  expect(workPace({ done: 0, total: 10_000, elapsedMs: 4_000 })).toEqual({ perSecond: null, leftSeconds: null });
  expect(workPace({ done: 2_000, total: null, elapsedMs: 4_000 })).toEqual({ perSecond: 500, leftSeconds: null });
});
