import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toDay } from '#shared/base/instant.ts';
import type { PaperRef } from '#shared/contract/paper.ts';
import type { Driver } from '#shared/domain/driver.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import type { Sql } from '#hub/db/sql.ts';
import { makePracticeDrivers } from '#hub/practice/drivers.ts';
import { completeBooking } from '#tests/support/booking-body.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { staffPassword } from '#tests/support/made-office.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { resourcesDir } from '#tests/support/resources.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { mpesaCode } from '#tests/support/transfer-body.ts';
import { pay, readyToPay, typedCase, type ReadyToPay } from '#tests/support/transfer-case.ts';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { readReference } from '#core/reference.ts';

const dayMs = 24 * 60 * 60_000;

let hub: TestHub;
let cursor: string;
let payments = 60;
let days = 2;
const learners = makePracticeDrivers({ today: toDay('2026-11-23'), rules: firstRules() }).filter(
  ({ provisional, tests }) => provisional?.class === 'A2' && provisional.validUntil > '2027-06-01' && tests.length === 0,
);
let learner = 0;

function firstRules() {
  const [rules] = readReference(resourcesDir).drivingRules.rules;
  if (!rules) throw new Error('There are no rules of driving');
  return rules;
}

beforeAll(async () => {
  hub = await openTestHub(usualDatabase);
  cursor = (await (await hub.device('NRB01')).pullAll()).next;
}, 120_000);
afterAll(() => hub?.close());

async function office(officeCode = 'NRB01', options: { readonly printsPaper?: boolean } = {}): Promise<TestCore> {
  return openTestCore({ ...options, hub: { url: hub.hub.url, code: await hub.hub.enrolCode(officeCode), cursor } });
}

async function eventually({ client }: Desk, check: () => Promise<void>): Promise<void> {
  const ask = async () => {
    await client.queue.tryNow({});
    await check();
  };
  await vi.waitFor(ask, { timeout: 45_000, interval: 200 });
}

/** A session of its own for each test, so that none takes another's seats. */
async function openSession(centre = 'MSA', on?: string): Promise<SeatPlace> {
  days += 1;
  const place = { centre, day: toDay(on ?? `2026-12-${String(days).padStart(2, '0')}`), session: 's1', class: 'A2' };
  await hub.hub.operate({ name: 'seats', sessions: [{ ...place, seats: 12 }] });
  return place;
}

async function cellOf({ client }: Desk, { centre, class: of, day }: SeatPlace) {
  const { days: found } = await client.tests.calendar({ centre, class: of, from: day, days: 1 });
  return found[0]?.cells[0];
}

/** Seats of the session at hand. */
async function lent(desk: Desk, place: SeatPlace): Promise<void> {
  await eventually(desk, async () => expect(await cellOf(desk, place)).toBeDefined());
  await act(desk.client.tests.keepSeats, { centre: place.centre, class: place.class, keep: true });
  await eventually(desk, async () => expect(await cellOf(desk, place)).toMatchObject({ state: 'final', left: 5 }));
}

async function known({ client }: Desk, idNumber?: string): Promise<Driver> {
  const next = learners[(learner += 1)] ?? learners[0];
  const { driver } = await act(client.drivers.lookUp, { idKind: 'national-id', idNumber: idNumber ?? next?.idNumber ?? '' });
  if (!driver) throw new Error('The practice register has this learner');
  return driver;
}

async function typed(desk: Desk, place: SeatPlace, driver?: Driver): Promise<ReadyToPay> {
  return readyToPay(desk, completeBooking(driver ?? (await known(desk)), place));
}

async function booked(desk: Desk, place: SeatPlace, driver?: Driver): Promise<ReadyToPay> {
  const ready = await typed(desk, place, driver);
  payments += 1;
  await pay(desk, ready, mpesaCode(payments));
  return ready;
}

async function stateAndSeat({ client }: Desk, { id }: { readonly id: string }) {
  const { line, body } = await client.applications.get({ id });
  return [line.state, body.service === 'test-booking' ? (body.seat?.seat ?? null) : null];
}

function atHub<Row extends object>(text: string, ...values: string[]): Promise<readonly Row[]> {
  return hub.database.transaction(async (sql: Sql) => {
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true), set_config('kaunta.operator', 'on', true)`);
    return sql.query<Row>(text, ...values);
  });
}

function bookedAtHub({ centre, day }: SeatPlace) {
  return atHub<{ number: number; by: string }>(
    'SELECT number, booked_by AS by FROM seat WHERE centre = $1 AND day = $2::date AND booked_by IS NOT NULL ORDER BY number',
    centre,
    day,
  );
}

/** The words of the receipt as it would be printed now, on one line. */
async function receiptText(desk: Desk, { id }: { readonly id: string }): Promise<string> {
  const receiptNumber = (await desk.client.applications.get({ id })).payment?.receiptNumber ?? '';
  return paperText(desk, { kind: 'receipt', receiptNumber });
}

async function paperText({ client }: Desk, paper: PaperRef): Promise<string> {
  const file = await client.paper.get({ paper, width: 'a4', locale: 'en' });
  const pages = await textOfPages(Buffer.from(await file.arrayBuffer()));
  return pages.join(' ').replaceAll(/\s+/gu, ' ');
}

describe('a driving test booked on a seat at hand', () => {
  it('is final at once with the line down, and the hub takes it as it is and tells the centre’s office', async () => {
    const desk = await (await office()).signedIn('clerk');
    const place = await openSession();
    await lent(desk, place);
    const driver = await known(desk);
    await desk.client.office.cutLine({ cut: true });
    const ready = await booked(desk, place, driver);
    expect(ready.reference).toMatch(/^S-NRB01-/u);
    expect(await stateAndSeat(desk, ready)).toEqual(['approved', 1]);
    expect(await cellOf(desk, place)).toMatchObject({ left: 4 });
    await desk.client.office.cutLine({ cut: false });
    await eventually(desk, async () => expect(await bookedAtHub(place)).toEqual([{ number: 1, by: ready.id }]));
    const told = await atHub<{ audience: string }>(
      `SELECT audience FROM change WHERE kind = 'booking' AND key = $1 AND body ->> 'seat' = '1' ORDER BY audience`,
      ready.id,
    );
    expect(told.map(({ audience }) => audience)).toEqual(['office:MSA01', 'office:NRB01']);
    expect(await stateAndSeat(desk, ready)).toEqual(['approved', 1]);
  });

  it('gives its seat to the next candidate at once when it is cancelled, and the hub takes both', async () => {
    const desk = await (await office()).signedIn('clerk');
    const place = await openSession();
    await lent(desk, place);
    const [one, other] = [await known(desk), await known(desk)];
    await desk.client.office.cutLine({ cut: true });
    const first = await booked(desk, place, one);
    await act(desk.client.applications.cancel, { id: first.id, reason: 'The candidate is ill' });
    expect(await cellOf(desk, place)).toMatchObject({ left: 5 });
    const second = await booked(desk, place, other);
    expect([await stateAndSeat(desk, first), await stateAndSeat(desk, second)]).toEqual([
      ['cancelled', 1],
      ['approved', 1],
    ]);
    await desk.client.office.cutLine({ cut: false });
    await eventually(desk, async () => expect(await bookedAtHub(place)).toEqual([{ number: 1, by: second.id }]));
    expect(await stateAndSeat(desk, first)).toEqual(['cancelled', 1]);
    // A cancelled test holds nobody: the same person may be booked again.
    const third = await booked(desk, place, one);
    await eventually(desk, async () => expect((await bookedAtHub(place)).map(({ by }) => by)).toEqual([second.id, third.id]));
  });

  it('is one of two for the same candidate in two offices, and the other’s seat is free again', async () => {
    const [near, far] = [await (await office()).signedIn('clerk'), await (await office('KSM01')).signedIn('clerk')];
    const [here, there] = [await openSession(), await openSession('NYR')];
    await lent(near, here);
    await lent(far, there);
    const driver = await known(near);
    const first = await booked(near, here, driver);
    await eventually(near, async () => expect(await bookedAtHub(here)).toHaveLength(1));
    const second = await booked(far, there, await known(far, driver.idNumber));
    await eventually(far, async () => expect((await stateAndSeat(far, second))[0]).toBe('conflict'));
    const { decision } = await far.client.applications.get({ id: second.id });
    expect(decision).toMatchObject({ outcome: 'conflict', reasons: ['driver.open-application'], office: 'NRB01' });
    expect([await bookedAtHub(there), await cellOf(far, there)]).toMatchObject([[], { left: 5 }]);
    // Here the first one is known, and stops a second before any money.
    const again = await near.client.applications.get({ id: (await typedCase(near, completeBooking(driver, here))).id });
    expect(again.problems[0]).toMatchObject({ code: 'driver.open-application', facts: { reference: first.reference } });
  });

  it('that the hub had lent again comes back to be mended, and goes on another seat with no second fee', async () => {
    const desk = await (await office()).signedIn('clerk');
    const place = await openSession();
    await lent(desk, place);
    const driver = await known(desk);
    await desk.client.office.cutLine({ cut: true });
    const ready = await booked(desk, place, driver);
    await atHub(
      'UPDATE seat SET lease_id = NULL, lendable_from = NULL WHERE centre = $1 AND day = $2::date AND number = 1',
      place.centre,
      place.day,
    );
    await desk.client.office.cutLine({ cut: false });
    await eventually(desk, async () => expect((await stateAndSeat(desk, ready))[0]).toBe('returned'));
    expect((await desk.client.applications.get({ id: ready.id })).decision?.reasons).toEqual(['seat.lent-again']);
    expect(await cellOf(desk, place)).toMatchObject({ left: 4 });
    await act(desk.client.applications.resubmit, { id: ready.id });
    expect(await stateAndSeat(desk, ready)).toEqual(['approved', 2]);
    await eventually(desk, async () => expect(await bookedAtHub(place)).toEqual([{ number: 2, by: ready.id }]));
  });
});

describe('no driving test is booked, and no money taken', () => {
  it('where no seat is at hand, after the lease has ended, or by a clock that was set back', async () => {
    const core = await office();
    const desk = await core.signedIn('clerk');
    const place = await openSession('MSA', '2026-11-26');
    const ready = await typed(desk, place);
    const refusal = async (by = desk) => (await refusalOf(pay(by, ready, mpesaCode(1)))).code;
    expect(await refusal()).toBe('seat.none-left');
    await lent(desk, place);
    await desk.client.office.cutLine({ cut: true });
    core.moveClock(-3 * dayMs);
    expect(await refusal()).toBe('seat.clock-set-back');
    // Past 17:00 of the eve of the test.
    core.moveClock(5.6 * dayMs);
    const later = await core.signedIn('clerk');
    await act(later.client.applications.supervise, { id: ready.id, login: 'supervisor', password: staffPassword, reason: 'Known here' });
    expect(await refusal(later)).toBe('seat.none-left');
    expect(await stateAndSeat(later, ready)).toEqual(['awaiting-payment', null]);
    expect((await later.client.applications.get({ id: ready.id })).payment).toBeNull();
  });
});

describe('a candidate for whom no seat is at hand', () => {
  it('waits in the order of time without a fee, is told once a seat has come, and is booked with what was typed', async () => {
    const desk = await (await office('NRB01', { printsPaper: true })).signedIn('clerk');
    const place = await openSession('KSM');
    await eventually(desk, async () => expect(await cellOf(desk, place)).toMatchObject({ state: 'wait-list' }));
    const [first, second] = [await typed(desk, place), await typed(desk, place)];
    await desk.client.office.cutLine({ cut: true });
    expect(await act(desk.client.tests.wait, { id: first.id })).toEqual({ place: 1 });
    expect(await act(desk.client.tests.wait, { id: second.id })).toEqual({ place: 2 });
    expect(await act(desk.client.tests.wait, { id: first.id })).toEqual({ place: 1 });
    const waiting = async () => (await desk.client.tests.waiting({})).map(({ applicationId, state }) => [applicationId, state]);
    expect(await waiting()).toEqual([
      [first.id, 'waiting'],
      [second.id, 'waiting'],
    ]);
    expect((await desk.client.applications.get({ id: first.id })).payment).toBeNull();
    expect(await paperText(desk, { kind: 'test-slip', id: first.id })).toContain('NOT A BOOKING');
    // Waiting asks the hub for seats of the centre; as many are told to book as have come.
    await desk.client.office.cutLine({ cut: false });
    await eventually(desk, async () => expect((await waiting())[1]).toEqual([second.id, 'free']));
    expect((await desk.client.office.status({})).counts.tests).toBe(2);
    payments += 1;
    await pay(desk, first, mpesaCode(payments));
    expect(await stateAndSeat(desk, first)).toEqual(['approved', 1]);
    expect(await waiting()).toEqual([[second.id, 'free']]);
    await act(desk.client.applications.cancel, { id: second.id, reason: 'Waits no longer' });
    expect([await waiting(), (await desk.client.office.status({})).counts.tests]).toEqual([[], 0]);
    const third = await typed(desk, place);
    expect((await refusalOf(act(desk.client.tests.wait, { id: third.id }))).code).toBe('seat.at-hand');
  });
});

describe('a booked test', () => {
  it('moves as one act with the line down: the old seat is the next candidate’s, and the hub takes both as they are', async () => {
    const desk = await (await office('NRB01', { printsPaper: true })).signedIn('clerk');
    const [from, to] = [await openSession(), await openSession()];
    for (const place of [from, to]) await lent(desk, place);
    const [one, other] = [await known(desk), await known(desk)];
    await desk.client.office.cutLine({ cut: true });
    const first = await booked(desk, from, one);
    const move = { id: first.id, centre: to.centre, day: to.day, session: to.session, reason: 'The candidate is away' };
    expect(await act(desk.client.tests.reschedule, move)).toEqual({ seat: 1 });
    expect([await cellOf(desk, from), await cellOf(desk, to)]).toMatchObject([{ left: 5 }, { left: 4 }]);
    expect((await refusalOf(act(desk.client.tests.reschedule, move))).code).toBe('seat.same-session');
    const second = await booked(desk, from, other);
    const mine = (await desk.client.tests.bookings({})).lines.filter(({ applicationId }) => [first.id, second.id].includes(applicationId));
    expect(mine.map(({ applicationId, day, seat }) => [applicationId, day, seat])).toEqual([
      [second.id, from.day, 1],
      [first.id, to.day, 1],
    ]);
    const [moved, ...none] = await desk.client.tests.changes({ id: first.id });
    expect(moved).toMatchObject({
      what: 'moved',
      feeCents: 0,
      by: 'Clerk Wa Majaribio',
      reason: 'The candidate is away',
      isRefused: false,
    });
    expect([moved?.from?.day, moved?.to?.day, moved?.to?.startsAt, none]).toEqual([from.day, to.day, '08:00', []]);
    expect(await receiptText(desk, first)).toContain('Moving it costs nothing');
    // In names and dates, as the candidate reads it, and where the test is now.
    expect(await paperText(desk, { kind: 'application', id: first.id })).toMatch(
      new RegExp(`Test centre Mombasa.*Day \\S+ ${Number(to.day.slice(-2))} Dec 2026.*Session 08:00`, 'u'),
    );
    await desk.client.office.cutLine({ cut: false });
    await eventually(desk, async () => {
      expect(await bookedAtHub(from)).toEqual([{ number: 1, by: second.id }]);
      expect(await bookedAtHub(to)).toEqual([{ number: 1, by: first.id }]);
    });
    expect(await stateAndSeat(desk, first)).toEqual(['approved', 1]);
    await act(desk.client.applications.cancel, { id: first.id, reason: 'The candidate is ill' });
    expect(await desk.client.tests.changes({ id: first.id })).toMatchObject([
      { what: 'moved' },
      { what: 'cancelled', refundCents: 0, reason: 'The candidate is ill' },
    ]);
    expect(await receiptText(desk, first)).toMatch(/Test moved.*Test given up.*Nothing is paid back.*Entered by Clerk Wa Majaribio/u);
    await eventually(desk, async () => expect(await bookedAtHub(to)).toEqual([]));
  });

  it('goes back to its old seat where the hub refuses the new one, and says so in the queue', async () => {
    const desk = await (await office()).signedIn('clerk');
    const [from, to] = [await openSession(), await openSession()];
    for (const place of [from, to]) await lent(desk, place);
    const ready = await booked(desk, from);
    await eventually(desk, async () => expect(await bookedAtHub(from)).toHaveLength(1));
    await desk.client.office.cutLine({ cut: true });
    await atHub(
      'UPDATE seat SET lease_id = NULL, lendable_from = NULL WHERE centre = $1 AND day = $2::date AND number = 1',
      to.centre,
      to.day,
    );
    await act(desk.client.tests.reschedule, { id: ready.id, centre: to.centre, day: to.day, session: to.session, reason: 'Away' });
    await desk.client.office.cutLine({ cut: false });
    await eventually(desk, async () => expect((await cellOf(desk, from))?.left).toBe(4));
    const { body } = await desk.client.applications.get({ id: ready.id });
    expect([body.service === 'test-booking' && body.day, await stateAndSeat(desk, ready)]).toEqual([from.day, ['approved', 1]]);
    // The seat that was not this office's to give is never offered again.
    expect(await cellOf(desk, to)).toMatchObject({ left: 4 });
    expect([await bookedAtHub(from), await bookedAtHub(to)]).toEqual([[{ number: 1, by: ready.id }], []]);
    const refused = (await desk.client.queue.list({})).filter(({ applicationId }) => applicationId === ready.id);
    expect(refused.map(({ state }) => state)).toEqual(['refused']);
    expect(await desk.client.tests.changes({ id: ready.id })).toMatchObject([{ what: 'moved', isRefused: true }]);
  });

  it('moves to no day that its candidate may not be tested on', async () => {
    const desk = await (await office()).signedIn('clerk');
    const [from, to] = [await openSession(), await openSession('MSA', '2027-01-20')];
    await lent(desk, from);
    const ready = await booked(desk, from);
    const move = { id: ready.id, centre: to.centre, day: toDay('2036-01-21'), session: to.session, reason: 'Away' };
    expect((await refusalOf(act(desk.client.tests.reschedule, move))).problems[0]?.code).toBe('driver.provisional-ended');
    expect((await refusalOf(act(desk.client.tests.reschedule, { ...move, day: to.day }))).code).toBe('seat.none-left');
    expect(await stateAndSeat(desk, ready)).toEqual(['approved', 1]);
  });
});
