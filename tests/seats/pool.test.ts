import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { instantOf, toDay } from '#shared/base/instant.ts';
import { putInterest, dropInterest } from '#core/seats/interest.ts';
import { tendPool } from '#core/seats/pool.ts';
import { listLeases, takeSeat } from '#core/seats/store.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';
import { openOfficePc, type OfficePc } from '../sync/office-pc.ts';

const days = { from: toDay('2026-11-23'), to: toDay('2027-02-01') };
const dayMs = 24 * 60 * 60_000;

describe('the seats that an office keeps at hand', () => {
  let test: TestHub;
  let cursor: string;
  beforeAll(async () => {
    test = await openTestHub(usualDatabase);
    cursor = (await (await test.device('NYR01')).pullAll()).next;
  });
  afterAll(() => test.close());

  const open = (centre: string, day: string, seats: number) =>
    test.hub.operate({ name: 'seats', sessions: [{ centre, day: toDay(day), session: 'morning', class: 'B', seats }] });
  /** What this office holds of the centre once it has sent everything and read what came of it. */
  const heldOf = (pc: OfficePc, centre: string) => listLeases(pc.storage.reader, days).filter((lease) => lease.centre === centre);
  const tend = (pc: OfficePc, at = test.now()) => tendPool(pc.storage, { nowMs: Date.parse(test.now()), newId, office: pc.office, at });
  const knows = (pc: OfficePc, centre: string) =>
    vi.waitFor(() => {
      pc.sync.tryNow();
      expect(pc.storage.reader.get('SELECT 1 AS one FROM test_session WHERE centre = ?', centre)).toBeDefined();
    }, 20_000);
  const answered = async (pc: OfficePc) => {
    await pc.sent();
    await vi.waitFor(() => {
      pc.sync.tryNow();
      expect(pc.storage.reader.all('SELECT 1 AS one FROM seat_lease WHERE until IS NULL')).toEqual([]);
    }, 20_000);
  };

  it('are asked for once, filled up as they are booked, and go back where the office books no more', async () => {
    await open('TC-ONE', '2026-12-03', 12);
    const pc = await openOfficePc({ test, officeCode: 'KSM01', cursor });
    await knows(pc, 'TC-ONE');
    expect(tend(pc)).toBe(false);
    pc.storage.transact((db) => putInterest(db, { centre: 'TC-ONE', class: 'B' }, test.now()));
    expect([tend(pc), tend(pc)]).toEqual([true, false]);
    pc.sync.wake();
    await answered(pc);
    const [lease] = heldOf(pc, 'TC-ONE');
    expect(lease?.seats).toEqual([1, 2, 3, 4, 5]);
    pc.storage.transact((db) => {
      for (const seat of [1, 2, 3, 4]) takeSeat(db, { leaseId: lease?.leaseId ?? '', seat }, newId());
    });
    expect(tend(pc)).toBe(true);
    pc.sync.wake();
    await answered(pc);
    expect(heldOf(pc, 'TC-ONE').map(({ seats }) => seats)).toEqual([
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9],
    ]);
    pc.storage.transact((db) => dropInterest(db, { centre: 'TC-ONE', class: 'B' }));
    expect([tend(pc), tend(pc)]).toEqual([true, false]);
    pc.sync.wake();
    await pc.sent();
    expect(heldOf(pc, 'TC-ONE').flatMap(({ returned }) => returned)).toEqual([5, 6, 7, 8, 9]);
    const other = await openOfficePc({ test, officeCode: 'NYR01', cursor });
    await knows(other, 'TC-ONE');
    other.storage.transact((db) => putInterest(db, { centre: 'TC-ONE', class: 'B' }, test.now()));
    tend(other);
    other.sync.wake();
    await answered(other);
    expect(heldOf(other, 'TC-ONE').flatMap(({ seats }) => seats)).toEqual([5, 6, 7, 8, 9]);
  });

  it('of a place where none are left are asked for again after an hour, and not before', async () => {
    await open('TC-NONE', '2026-12-03', 0);
    const pc = await openOfficePc({ test, officeCode: 'KSM01', cursor });
    await knows(pc, 'TC-NONE');
    pc.storage.transact((db) => putInterest(db, { centre: 'TC-NONE', class: 'B' }, test.now()));
    expect(tend(pc)).toBe(true);
    pc.sync.wake();
    await answered(pc);
    expect([heldOf(pc, 'TC-NONE'), tend(pc)]).toEqual([[], false]);
    expect(tend(pc, instantOf(Date.parse(test.now()) + 61 * 60_000))).toBe(true);
  });

  it('are neither asked for nor given back by a clock that was set back', async () => {
    const pc = await openOfficePc({ test, officeCode: 'KSM01', cursor });
    await knows(pc, 'TC-ONE');
    pc.storage.transact((db) => putInterest(db, { centre: 'TC-ONE', class: 'B' }, test.now()));
    expect(tendPool(pc.storage, { nowMs: Date.parse(test.now()) - 3 * dayMs, newId, office: pc.office, at: null })).toBe(false);
  });
});
