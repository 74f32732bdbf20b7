import { describe, expect, it } from 'vitest';
import { instantPlusMs, toDay, toInstant } from '../base/instant.ts';
import { builtInTerms, type HeldLease } from './seat-lease.ts';
import { builtInPool, poolPlan, type PoolFacts } from './seat-pool.ts';

const hourMs = 60 * 60_000;
const at = toInstant('2026-11-23T06:00:00.000Z');
const place = { centre: 'NRB', day: toDay('2026-12-03'), session: 'morning', class: 'B' };
const lease: HeldLease = {
  ...place,
  leaseId: 'l1',
  deviceId: 'd1',
  epoch: 1,
  seats: [1, 2, 3, 4, 5],
  from: at,
  until: instantPlusMs(at, 7 * 24 * hourMs),
  taken: [],
  returned: [],
};
const facts: PoolFacts = { place, leases: [lease], moment: { deviceId: 'd1', epoch: 1, at }, isUsed: true, isAsked: false };
const plan = (changed: Partial<PoolFacts>) => poolPlan({ ...facts, ...changed }, builtInPool, builtInTerms);
const nothing = { ask: 0, giveBack: [] };

describe('the pool of seats of one place', () => {
  it('is left alone while enough are at hand', () => {
    expect(plan({})).toEqual(nothing);
    expect(plan({ leases: [{ ...lease, taken: [1, 2, 3] }] })).toEqual(nothing);
  });

  it('is filled up before it runs dry, once at a time', () => {
    const low = [{ ...lease, taken: [1, 2, 3, 4] }];
    expect(plan({ leases: [] })).toEqual({ ask: 5, giveBack: [] });
    expect(plan({ leases: low })).toEqual({ ask: 4, giveBack: [] });
    expect(plan({ leases: low, isAsked: true })).toEqual(nothing);
  });

  it('is neither filled nor given back by a clock that cannot be believed', () => {
    expect(plan({ leases: [], moment: { ...facts.moment, at: null } })).toEqual(nothing);
  });

  it('goes back where the office books there no more, and never what is booked', () => {
    expect(plan({ isUsed: false, leases: [{ ...lease, taken: [2], returned: [3] }] })).toEqual({
      ask: 0,
      giveBack: [{ leaseId: 'l1', seats: [1, 4, 5] }],
    });
  });

  it('goes back shortly before the last end, and is not asked for again', () => {
    const until = toInstant('2026-12-02T14:00:00.000Z');
    const eve = { ...facts.moment, at: toInstant('2026-12-02T12:00:00.000Z') };
    expect(plan({ moment: eve, leases: [{ ...lease, until, taken: [1, 2, 3, 4] }] })).toEqual({
      ask: 0,
      giveBack: [{ leaseId: 'l1', seats: [5] }],
    });
  });

  it('is renewed while its lease still runs; the old seats go back once the new have come', () => {
    const moment = { ...facts.moment, at: instantPlusMs(lease.until, -24 * hourMs) };
    expect(plan({ moment })).toEqual({ ask: 5, giveBack: [] });
    const renewed = { ...lease, leaseId: 'l2', seats: [6, 7, 8, 9, 10], until: toInstant('2026-12-02T14:00:00.000Z') };
    expect(plan({ moment, leases: [lease, renewed] })).toEqual({ ask: 0, giveBack: [{ leaseId: 'l1', seats: [1, 2, 3, 4, 5] }] });
  });

  it('gives nothing back from an older epoch, whose leases are not this file’s any more', () => {
    expect(plan({ isUsed: false, moment: { ...facts.moment, epoch: 2 } })).toEqual(nothing);
  });
});
