import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDay } from '#shared/base/instant.ts';
import type { SeatLease } from '#shared/domain/seat-lease.ts';
import type { DeviceDouble } from '../support/device.ts';
import { completeBooking } from '../support/booking-body.ts';
import { databaseKinds, isHere, openTestHub, type TestHub } from '../support/hub.ts';
import { bookingSubmissionOf, submitAct } from '../support/submission.ts';
import { newCandidate } from './candidates.ts';

const place = { centre: 'TC-TEST', day: toDay('2026-12-03'), session: 'morning', class: 'A2' };
const hourMs = 60 * 60_000;

describe.each(databaseKinds.filter(isHere))('the seats of the hub on %s', (kind) => {
  let test: TestHub;
  let kisumu: DeviceDouble;
  let nyeri: DeviceDouble;
  const open = (session: string, seats: number) => test.hub.operate({ name: 'seats', sessions: [{ ...place, session, seats }] });
  const ask = async (device: DeviceDouble, session: string, count: number, leaseId: string = newId()): Promise<SeatLease> => {
    const asked = await device.act({ kind: 'seats.ask', payload: { asks: [{ ...place, session, leaseId, count }] } });
    expect(asked.outcome).toBe('applied');
    return leaseOf(device, leaseId);
  };
  /** Behind the practice register, which nobody here looks at. */
  let cursor = '0:0';
  const leaseOf = async (device: DeviceDouble, leaseId: string) => {
    const { changes } = await device.pullAll(cursor);
    return changes.find((change) => change.kind === 'seat-lease' && change.key === leaseId)?.body as SeatLease;
  };

  beforeAll(async () => {
    test = await openTestHub(kind);
    [kisumu, nyeri] = [await test.device('KSM01'), await test.device('NYR01')];
    cursor = (await nyeri.pullAll()).next;
  });
  afterAll(() => test.close());

  it('are told to every office by the day of a centre, and are as many as the operator opened', async () => {
    await open('told', 12);
    await open('told', 14);
    const told = (await nyeri.pullAll(cursor)).changes.filter(
      (change) => change.kind === 'test-sessions' && change.key === 'TC-TEST/2026-12-03',
    );
    expect(told.map(({ body }) => body)).toEqual([
      { centre: 'TC-TEST', day: '2026-12-03', sessions: [{ session: 'told', class: 'A2', seats: 14 }] },
    ]);
  });

  it('are lent to the device that asks until an end, to nobody else, and an ask that is repeated lends nothing more', async () => {
    await open('once', 10);
    const lease = await ask(kisumu, 'once', 3);
    expect(lease).toMatchObject({ deviceId: kisumu.answer.deviceId, epoch: 1, seats: [1, 2, 3], until: '2026-11-30T06:00:00.000Z' });
    expect(await ask(kisumu, 'once', 3, lease.leaseId)).toEqual(lease);
    expect(await leaseOf(nyeri, lease.leaseId)).toBeUndefined();
    expect((await ask(nyeri, 'once', 9)).seats).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect((await ask(nyeri, 'once', 1)).seats).toEqual([]);
  });

  it('of a session that nobody opened are none', async () => {
    expect((await ask(kisumu, 'nowhere', 3)).seats).toEqual([]);
  });

  it('that are given back may be lent at once, and only by the device that has them', async () => {
    await open('back', 2);
    const lease = await ask(kisumu, 'back', 2);
    const giveBack = (device: DeviceDouble, leaseId: string) =>
      device.act({ kind: 'seats.giveBack', payload: { returns: [{ leaseId, seats: [2] }] } });
    expect(await giveBack(nyeri, lease.leaseId)).toMatchObject({ outcome: 'refused', code: 'seat.unknown-lease' });
    expect(await giveBack(await test.device('KSM01'), lease.leaseId)).toMatchObject({ outcome: 'refused', code: 'seat.other-device' });
    expect((await ask(nyeri, 'back', 2)).seats).toEqual([]);
    expect(await giveBack(kisumu, lease.leaseId)).toMatchObject({ outcome: 'applied' });
    expect((await ask(nyeri, 'back', 2)).seats).toEqual([2]);
  });

  it('of a lease that nobody gave back are lent again a day after its end, and not before', async () => {
    await open('margin', 1);
    await ask(kisumu, 'margin', 1);
    test.moveClock(7 * 24 * hourMs + 24 * hourMs - 1);
    expect((await ask(nyeri, 'margin', 1)).seats).toEqual([]);
    test.moveClock(1);
    expect((await ask(nyeri, 'margin', 1)).seats).toEqual([1]);
    test.moveClock(-8 * 24 * hourMs);
  });

  it('cannot be made fewer than are lent', async () => {
    await open('fewer', 3);
    await ask(kisumu, 'fewer', 2);
    await expect(open('fewer', 1)).rejects.toThrow('Seat 2 of TC-TEST 2026-12-03 fewer A2 is lent or booked');
    await open('fewer', 2);
    expect((await ask(kisumu, 'fewer', 2)).seats).toEqual([]);
  });

  it('are booked by nobody but the device that has the lease, on a seat of it, before its end', async () => {
    await open('forged', 4);
    const [lease, other] = [await ask(kisumu, 'forged', 2), await test.device('KSM01')];
    const book = async (device: DeviceDouble, seat: { readonly leaseId: string; readonly seat: number }) => {
      const body = { ...completeBooking(await newCandidate(test), { ...place, session: 'forged' }), seat };
      return device.act(submitAct(bookingSubmissionOf(device, body, test.now())));
    };
    const { leaseId } = lease;
    expect(await book(other, { leaseId, seat: 1 })).toMatchObject({ outcome: 'refused', code: 'seat.other-device' });
    expect(await book(nyeri, { leaseId, seat: 1 })).toMatchObject({ outcome: 'refused', code: 'seat.unknown-lease' });
    expect(await book(kisumu, { leaseId: newId(), seat: 1 })).toMatchObject({ outcome: 'refused', code: 'seat.unknown-lease' });
    expect(await book(kisumu, { leaseId, seat: 3 })).toMatchObject({ outcome: 'refused', code: 'seat.not-in-lease' });
    expect(await book(kisumu, { leaseId, seat: 1 })).toMatchObject({ outcome: 'applied' });
    expect(await book(kisumu, { leaseId, seat: 1 })).toMatchObject({ outcome: 'refused', code: 'seat.used' });
    test.moveClock(7 * 24 * hourMs);
    expect(await book(kisumu, { leaseId, seat: 2 })).toMatchObject({ outcome: 'refused', code: 'seat.lease-ended' });
    test.moveClock(-7 * 24 * hourMs);
  });
});
