import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, instantPlusMs, toInstant } from '../base/instant.ts';
import { builtInLimits, mayStop, offlineStanding, stoppedKinds, type OfflineLimits, type TimeAlone } from './offline-limit.ts';

const hourMs = 60 * 60_000;
const friday = toInstant('2026-11-20T14:00:00.000Z');
const alone = (hours: number, more: Partial<TimeAlone> = {}): TimeAlone => ({
  now: instantPlusMs(friday, hours * hourMs),
  lastHeardAt: friday,
  oldestUnsentAt: null,
  waiting: 0,
  ...more,
});
const stateAfter = (hours: number, more: Partial<TimeAlone> = {}) => offlineStanding(builtInLimits, alone(hours, more)).state;

describe('an office without its hub', () => {
  it('is warned after 72 hours and stopped after 7 days where the hub has said nothing', () => {
    const justBefore = 1 / 3600;
    expect([71, 72, 7 * 24 - justBefore, 7 * 24].map((hours) => stateAfter(hours))).toEqual(['within', 'warn', 'warn', 'stop']);
  });

  it('is warned at 2,000 acts that wait and stopped at 5,000', () => {
    expect([1_999, 2_000, 4_999, 5_000].map((waiting) => stateAfter(1, { waiting }))).toEqual(['within', 'warn', 'warn', 'stop']);
  });

  it('counts from the oldest act the hub has not taken, where it answers and yet takes nothing', () => {
    const oldestUnsentAt = instantPlusMs(friday, -70 * hourMs);
    expect([stateAfter(1, { oldestUnsentAt }), stateAfter(2, { oldestUnsentAt })]).toEqual(['within', 'warn']);
  });

  it('is told the moments at which it will be warned and stopped', () => {
    expect(offlineStanding(builtInLimits, alone(1))).toEqual({
      state: 'within',
      aloneSince: friday,
      warnAt: toInstant('2026-11-23T14:00:00.000Z'),
      stopAt: toInstant('2026-11-27T14:00:00.000Z'),
      reached: null,
    });
  });
});

describe('what stops', () => {
  it('is what the hub names, but never the taking of money nor the doors of the office', () => {
    const named = ['applications.open', 'applications.submit', 'people.signIn', 'queue.tryNow', 'post.write', 'registrar.decide'];
    expect(stoppedKinds({ ...builtInLimits, stopped: named })).toEqual(['applications.open', 'registrar.decide']);
  });

  it('is the beginning of an application where the hub names its sending, with which money is taken', () => {
    expect(stoppedKinds({ ...builtInLimits, stopped: ['applications.submit'] })).toEqual(['applications.open']);
  });

  it('by Kaunta’s own limits may all be stopped', () => {
    expect(builtInLimits.stopped.filter((kind) => !mayStop(kind))).toEqual([]);
  });
});

const limits: fc.Arbitrary<OfflineLimits> = fc.record({
  warnAfterHours: fc.integer({ min: 1, max: 2000 }),
  stopAfterHours: fc.integer({ min: 1, max: 2000 }),
  warnAtWaiting: fc.integer({ min: 1, max: 2000 }),
  stopAtWaiting: fc.integer({ min: 1, max: 2000 }),
  stopped: fc.array(fc.constantFrom('applications.open', 'applications.submit', 'shelf.handOver')),
});
const moment = fc.integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: Date.parse('2040-01-01T00:00:00Z') }).map(instantOf);
const times: fc.Arbitrary<TimeAlone> = fc.record({
  now: moment,
  lastHeardAt: moment,
  oldestUnsentAt: fc.option(moment),
  waiting: fc.nat({ max: 3000 }),
});
const order = { within: 0, warn: 1, stop: 2 };

describe('whatever the limits and the times', () => {
  it('longer alone, or more waiting, never mends the state', () => {
    fc.assert(
      fc.property(limits, times, fc.nat({ max: 1000 * hourMs }), fc.nat({ max: 500 }), (given, time, laterMs, more) => {
        const later = { ...time, now: instantPlusMs(time.now, laterMs), waiting: time.waiting + more };
        return order[offlineStanding(given, time).state] <= order[offlineStanding(given, later).state];
      }),
    );
  });

  it('a warning never comes after its stop, and each comes at the moment that was told', () => {
    fc.assert(
      fc.property(limits, times, (given, time) => {
        const { warnAt, stopAt } = offlineStanding(given, time);
        const at = (now: typeof warnAt) => offlineStanding(given, { ...time, now, waiting: 0 }).state;
        const before = at(instantPlusMs(warnAt, -1));
        return warnAt <= stopAt && at(stopAt) === 'stop' && at(warnAt) === (warnAt < stopAt ? 'warn' : 'stop') && before === 'within';
      }),
    );
  });
});
