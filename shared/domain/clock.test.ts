import { expect, it } from 'vitest';
import { instantOf, msOf, toInstant } from '../base/instant.ts';
import { clockStanding } from './clock.ts';

const lastActAt = toInstant('2028-02-29T20:59:59.000Z');
const minuteMs = 60_000;
const state = (aheadMs: number, hubAheadMs: number | null) =>
  clockStanding({ nowMs: msOf(lastActAt) + aheadMs, lastActAt, hubAheadMs }).state;

it('a clock is behind once it stands more than five minutes before the last act', () => {
  expect([0, -5 * minuteMs, -5 * minuteMs - 1, -5 * 365 * 24 * 60 * minuteMs].map((ahead) => state(ahead, 0))).toEqual([
    'right',
    'right',
    'behind',
    'behind',
  ]);
});

it('a clock and the hub’s are apart from more than two minutes on, either way', () => {
  expect([-2 * minuteMs - 1, -2 * minuteMs, null, 2 * minuteMs, 2 * minuteMs + 1].map((hub) => state(1000, hub))).toEqual([
    'apart',
    'right',
    'right',
    'right',
    'apart',
  ]);
});

it('behind is said before apart, because the last act is this PC’s own', () => {
  expect(state(-6 * minuteMs, 10 * minuteMs)).toBe('behind');
});

it('a PC that has not acted yet is not behind', () => {
  expect(clockStanding({ nowMs: 0, lastActAt: null, hubAheadMs: null })).toEqual({ state: 'right', behindLastActMs: 0 });
  expect(clockStanding({ nowMs: 0, lastActAt: instantOf(1), hubAheadMs: null })).toEqual({ state: 'right', behindLastActMs: 1 });
});
