import { describe, expect, it } from 'vitest';
import { instantOf, toDay, toInstant } from '#shared/base/instant.ts';
import { findIdentity } from '#core/office/identity.ts';
import { putLease, putSessions } from '#core/seats/service.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { letWorkAlone, whileClosed } from '#tests/support/hub-says.ts';
import { refusalOf } from '#tests/support/refused.ts';

const hourMs = 60 * 60_000;
const day = toDay('2026-11-26');
const until = toInstant('2026-11-25T14:00:00.000Z');

/** An office that was told of one day of one centre and lent three seats of its morning. */
async function lentOffice(): Promise<TestCore> {
  const core = await openTestCore();
  await letWorkAlone(core);
  await whileClosed(core, (storage) => {
    const office = findIdentity(storage.reader);
    storage.transact((db) => {
      const sessions = ['morning', 'afternoon'].map((session) => ({ session, class: 'B', seats: 20 }));
      putSessions(db, { centre: 'NRB', day, sessions });
      const lease = { leaseId: 'l1', deviceId: office?.deviceId ?? '', epoch: 1, centre: 'NRB', day, session: 'morning', class: 'B' };
      const from = instantOf(core.now());
      putLease(db, { ...lease, seats: [4, 5, 6], from, until }, from);
      putLease(db, { ...lease, leaseId: 'l2', deviceId: 'another', session: 'afternoon', seats: [1], from, until }, from);
    });
  });
  return core;
}

async function calendarOf({ client }: Desk) {
  const { days, ...rest } = await client.tests.calendar({ centre: 'NRB', class: 'B', from: toDay('2026-11-23'), days: 14 });
  return { ...rest, cells: days.flatMap(({ cells }) => cells.map(({ session, state, left, until: end }) => [session, state, left, end])) };
}

describe('the calendar of driving tests', () => {
  it('shows the seats that this PC may give away, until when, and where there is only the wait list', async () => {
    const core = await lentOffice();
    expect(await calendarOf(await core.signedIn('clerk'))).toEqual({
      isClockGood: true,
      isKept: false,
      sessions: ['afternoon', 'morning'],
      cells: [
        ['afternoon', 'wait-list', 0, null],
        ['morning', 'final', 3, until],
      ],
    });
  });

  it('has none to give once the lease has ended, nor by a clock that was set back before that', async () => {
    const core = await lentOffice();
    core.moveClock(Date.parse(until) - core.now() + hourMs);
    const desk = await core.signedIn('clerk');
    expect((await calendarOf(desk)).cells).toEqual([
      ['afternoon', 'closed', 0, null],
      ['morning', 'closed', 0, null],
    ]);
    core.moveClock(-48 * hourMs);
    expect(await calendarOf(desk)).toMatchObject({
      isClockGood: false,
      cells: [expect.anything(), ['morning', expect.anything(), 0, null]],
    });
    await core.restart();
    expect((await calendarOf(await core.signedIn('clerk'))).isClockGood).toBe(false);
  });

  it('keeps seats of a centre and a class at hand from then on, where they are tested', async () => {
    const core = await lentOffice();
    const desk = await core.signedIn('clerk');
    await act(desk.client.tests.keepSeats, { centre: 'NRB', class: 'B', keep: true });
    expect((await desk.client.tests.centres({})).tested).toEqual([
      { centre: 'NRB', name: 'Nairobi Driving Test Unit', class: 'B', isKept: true, isOwn: true },
    ]);
    expect((await calendarOf(desk)).cells[0]).toEqual(['afternoon', 'asked', 0, null]);
    expect((await refusalOf(act(desk.client.tests.keepSeats, { centre: 'NRB', class: 'C', keep: true }))).code).toBe('act.not-found');
    await act(desk.client.tests.keepSeats, { centre: 'NRB', class: 'B', keep: false });
    expect((await desk.client.tests.centres({})).tested).toEqual([
      { centre: 'NRB', name: 'Nairobi Driving Test Unit', class: 'B', isKept: false, isOwn: true },
    ]);
  });
});
