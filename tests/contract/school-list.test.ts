import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toDay } from '#shared/base/instant.ts';
import { candidateHeading } from '#shared/domain/school-list/candidate-columns.ts';
import type { CandidateCells } from '#shared/domain/school-list/candidate-row.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import type { Driver } from '#shared/domain/driver.ts';
import { readReference } from '#core/reference.ts';
import type { Sql } from '#hub/db/sql.ts';
import { makePracticeDrivers } from '#hub/practice/drivers.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { staffPassword, withOfficeFile } from '#tests/support/made-office.ts';
import { resourcesDir } from '#tests/support/resources.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { mpesaCode } from '#tests/support/transfer-body.ts';

let hub: TestHub;
let cursor: string;
let sessions = 0;
const centres = readReference(resourcesDir).testCentres.centres.map(({ code }) => code);
let used = 0;
const learners = makePracticeDrivers({ today: toDay('2026-11-23'), rules: firstRules() }).filter(
  ({ provisional, tests }) => provisional?.class === 'A2' && provisional.validUntil > '2027-06-01' && tests.length === 0,
);

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

async function office(printsPaper = false, officeCode = 'NRB01'): Promise<TestCore> {
  return openTestCore({ printsPaper, hub: { url: hub.hub.url, code: await hub.hub.enrolCode(officeCode), cursor } });
}

async function clerk(): Promise<Desk> {
  return (await office()).signedIn('clerk');
}

async function eventually({ client }: Desk, check: () => Promise<void>): Promise<void> {
  const ask = async () => {
    await client.queue.tryNow({});
    await check();
  };
  await vi.waitFor(ask, { timeout: 45_000, interval: 200 });
}

/** A session of its own for each test, with five of its seats at hand. */
async function lentSession(desk: Desk): Promise<SeatPlace> {
  // Each at a centre of its own, so that no other office of a test keeps seats of it too.
  const place = { centre: centres[sessions++] ?? '', day: toDay('2026-12-03'), session: 's1', class: 'A2' };
  await hub.hub.operate({ name: 'seats', sessions: [{ ...place, seats: 12 }] });
  const left = async () => {
    const { days: found } = await desk.client.tests.calendar({ centre: place.centre, class: place.class, from: place.day, days: 1 });
    return found[0]?.cells.find(({ session }) => session === place.session)?.left;
  };
  await eventually(desk, async () => expect(await left()).toBeDefined());
  await act(desk.client.tests.keepSeats, { centre: place.centre, class: place.class, keep: true });
  await eventually(desk, async () => expect(await left()).toBe(5));
  return place;
}

/** Learners whom no test has used, known at this desk. */
async function learnersHere({ client }: Desk, count: number): Promise<readonly Driver[]> {
  const own = learners.slice(used, (used += count));
  const found = await Promise.all(own.map(({ idNumber }) => act(client.drivers.lookUp, { idKind: 'national-id', idNumber })));
  return found.flatMap(({ driver }) => driver ?? []);
}

function cellsOf({ name, idNumber, phone }: Driver): CandidateCells {
  return { name, idNumber, phone };
}

async function openList({ client }: Desk, place: SeatPlace): Promise<string> {
  const { id } = await act(client.schoolLists.open, {
    school: 'Mlima Driving School',
    contactName: 'Njeri Muthoni',
    contactPhone: '0722000111',
    ...place,
  });
  return id;
}

async function bring({ client }: Desk, id: string, text: string) {
  const readId = newId();
  const read = await client.schoolLists.readFile({ id, file: new File([text], 'list.csv', { type: 'text/csv' }), sheet: null, readId });
  if (read.kind === 'fault') throw new Error(read.fault.code);
  return act(client.schoolLists.importRows, { id, readId, columns: read.columns.map(({ field }) => field) });
}

async function typed({ client }: Desk, id: string, rows: readonly CandidateCells[]) {
  return client.schoolLists.keepRows({ id, rows: rows.map((cells) => ({ id: newId(), cells })) });
}

/** What the host says of each row, by its number. */
function said(
  rows: readonly { readonly position: number; readonly problems: readonly { readonly field: string; readonly code: string }[] }[],
) {
  return rows.map(({ position, problems }) => [position, ...problems.map(({ field, code }) => `${field} ${code}`)]);
}

function atHub<Row extends object>(text: string, ...values: string[]): Promise<readonly Row[]> {
  return hub.database.transaction(async (sql: Sql) => {
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true)`);
    return sql.query<Row>(text, ...values);
  });
}

describe('the rows of a driving school’s list', () => {
  it('come from a file in any order and spelling, each slip marked on its cell, and once only', async () => {
    const desk = await clerk();
    const id = await openList(desk, await lentSession(desk));
    const [one, other, third] = await learnersHere(desk, 3);
    if (!one || !other || !third) throw new Error('The practice register has learners');
    const slipped = other.idNumber.replace('0', 'O');
    const file = [
      'Simu;Jina kamili;KITAMBULISHO;PDL No.',
      `${one.phone.replace('+254', '')};${one.name};${one.idNumber};`,
      `;${other.name};${slipped};`,
      `;Somebody Else;${third.idNumber};PDL-00`,
      `;${one.name};${one.idNumber};`,
      ';Nobody Known;87654321;',
    ].join('\n');
    expect(await bring(desk, id, file)).toEqual({ added: 5, mended: 0, unchanged: 0 });
    const { rows } = await desk.client.schoolLists.get({ id });
    expect(said(rows)).toEqual([
      [1, 'phone phone.prefix'],
      [2, 'idNumber driver.no-record'],
      [3, 'name school.name-differs', 'provisionalNumber school.other-provisional'],
      [4, 'idNumber school.same-candidate'],
      [5, 'idNumber driver.no-record'],
    ]);
    expect(rows[0]?.problems[0]?.fixes).toEqual([{ code: 'plain', cells: { phone: one.phone.replace('+254', '0') } }]);
    expect(rows[1]?.problems[0]?.fixes).toEqual([{ code: 'look-alike', cells: { idNumber: other.idNumber } }]);
    expect(await bring(desk, id, file)).toEqual({ added: 0, mended: 0, unchanged: 5 });
    expect([candidateHeading('name'), (await desk.client.schoolLists.template({})).size > 1_000]).toEqual(['Name', true]);
  });

  it('stop as a booking at the counter does: another class, a test that is booked already', async () => {
    const desk = await clerk();
    const place = await lentSession(desk);
    const [first] = await learnersHere(desk, 1);
    const { driver: licensed } = await act(desk.client.drivers.lookUp, { idKind: 'national-id', idNumber: '90000005' });
    if (!first || !licensed) throw new Error('The practice register has both');
    const before = await openList(desk, place);
    await typed(desk, before, [cellsOf(first)]);
    const { totalCents } = await desk.client.schoolLists.plan({ id: before });
    const payment = { method: 'mpesa', code: mpesaCode(900), amountCents: totalCents } as const;
    await act(desk.client.schoolLists.book, { id: before, booked: 1, waiting: 0, payment, supervision: null });
    const id = await openList(desk, place);
    const { rows } = await typed(desk, id, [cellsOf(first), cellsOf(licensed)]);
    expect(said(rows)).toEqual([
      [1, 'idNumber driver.open-application'],
      [2, 'provisionalNumber driver.no-provisional'],
    ]);
    expect((await refusalOf(act(desk.client.schoolLists.book, { id, booked: 0, waiting: 0, payment: null, supervision: null }))).code).toBe(
      'school.has-problems',
    );
  });
});

/** Booked whole, every good candidate on a seat, by one M-Pesa payment. */
async function bookedWhole({ client }: Desk, id: string, code: string) {
  const { booked, totalCents } = await client.schoolLists.plan({ id });
  const payment = { method: 'mpesa', code, amountCents: totalCents } as const;
  return act(client.schoolLists.book, { id, booked: booked.length, waiting: 0, payment, supervision: null });
}

async function outcomes({ client }: Desk, id: string) {
  return (await client.schoolLists.get({ id })).booked.map(({ state, seat }) => [state, seat]);
}

/** Two candidates booked with the line down by a message that another office had spent: the hub takes neither the payment nor them. */
async function withSpentCode(near: Desk, code: string) {
  const far = await (await office(false, 'KSM01')).signedIn('clerk');
  const spent = await openList(far, await lentSession(far));
  await typed(far, spent, (await learnersHere(far, 1)).map(cellsOf));
  await bookedWhole(far, spent, code);
  await eventually(far, async () => expect((await far.client.queue.list({})).length).toBe(0));
  const place = await lentSession(near);
  const drivers = await learnersHere(near, 2);
  const id = await openList(near, place);
  await typed(near, id, drivers.map(cellsOf));
  await near.client.office.cutLine({ cut: true });
  const { receiptNumber } = await bookedWhole(near, id, code);
  expect(await outcomes(near, id)).toEqual([['approved', 1], ['approved', 2]]); // prettier-ignore
  await near.client.office.cutLine({ cut: false });
  await eventually(near, async () => expect(await outcomes(near, id)).toEqual([['returned', null], ['returned', null]])); // prettier-ignore
  return { id, place, drivers, receiptNumber: receiptNumber ?? '' };
}

/** The first seat of a session is given to nobody, as after a margin that this PC slept through. */
function loseFirstSeat({ centre, day }: SeatPlace) {
  return atHub('UPDATE seat SET lease_id = NULL, lendable_from = NULL WHERE centre = $1 AND day = $2::date AND number = 1', centre, day);
}

describe('what the hub answers to a list that was booked with the line down', () => {
  it('leaves nobody a seat where its money was spent before: each candidate comes back, and the list says so', async () => {
    const near = await clerk();
    const { id, place } = await withSpentCode(near, mpesaCode(910));
    const { line, decision } = await near.client.applications.get({ id });
    expect([line.state, decision?.reasons]).toEqual(['returned', ['payment.code-used']]);
    expect(
      await atHub('SELECT 1 FROM seat WHERE day = $1::date AND centre = $2 AND booked_by IS NOT NULL', place.day, place.centre),
    ).toEqual([]);
    const { list, payment } = await near.client.schoolLists.get({ id });
    expect([list.state, list.back, payment?.state]).toEqual(['booked', 2, 'returned']);
  });

  it('is sent again as a whole, its payment first, and has its seats once the hub takes that', async () => {
    const near = await clerk();
    const { id } = await withSpentCode(near, mpesaCode(914));
    expect(await act(near.client.schoolLists.sendAgain, { id })).toEqual({ sent: 2, left: 0 });
    await eventually(near, async () => expect(await outcomes(near, id)).toEqual([['returned', null], ['returned', null]])); // prettier-ignore
    await atHub('UPDATE payment SET spends_code = false WHERE code = $1', mpesaCode(914));
    expect(await act(near.client.schoolLists.sendAgain, { id })).toEqual({ sent: 2, left: 0 });
    await eventually(near, async () => expect((await near.client.queue.list({})).length).toBe(0));
    const { booked, payment } = await near.client.schoolLists.get({ id });
    expect([payment?.state, booked.map(({ state }) => state)]).toEqual(['approved', ['approved', 'approved']]);
    expect((await refusalOf(act(near.client.schoolLists.sendAgain, { id }))).code).toBe('school.nothing-back');
  });

  it('ends with its bookings where it is cancelled or its receipt is void, and the candidates are free for a new list', async () => {
    const core = await office();
    const near = await core.signedIn('clerk');
    const { id, place, drivers } = await withSpentCode(near, mpesaCode(915));
    await act(near.client.applications.cancel, { id, reason: 'The school brought an old message' });
    expect(await outcomes(near, id)).toEqual([['cancelled', null], ['cancelled', null]]); // prettier-ignore
    await eventually(near, async () => expect((await near.client.queue.list({})).length).toBe(0));
    const { id: anew } = await act(near.client.schoolLists.openAnew, { id });
    const { list, rows } = await near.client.schoolLists.get({ id: anew });
    expect([list.school, list.day, list.session, rows.map(({ cells }) => cells)]).toEqual([
      'Mlima Driving School',
      place.day,
      place.session,
      drivers.map(cellsOf),
    ]);
    expect((await refusalOf(act(near.client.schoolLists.openAnew, { id: anew }))).code).toBe('school.not-given-up');
    const { receiptNumber } = await bookedWhole(near, anew, mpesaCode(916));
    await eventually(near, async () => expect((await near.client.queue.list({})).length).toBe(0));
    expect((await outcomes(near, anew)).map(([state]) => state)).toEqual(['approved', 'approved']);
    expect((await near.client.schoolLists.list({})).lists.map(({ state }) => state)).toEqual(['booked', 'cancelled']);
    const supervisor = { login: 'supervisor', password: staffPassword };
    const other = await withSpentCode(near, mpesaCode(917));
    await act(near.client.payments.voidReceipt, { receiptNumber: other.receiptNumber, reason: 'wrong-details', note: 'Typed from an old message', supervisor }); // prettier-ignore
    expect(await outcomes(near, other.id)).toEqual([['cancelled', null], ['cancelled', null]]); // prettier-ignore
    expect(receiptNumber).not.toBe(other.receiptNumber);
  });

  it('gives a candidate whose seat was lent again another on the same share, and none beyond the money of the list', async () => {
    const desk = await clerk();
    const place = await lentSession(desk);
    const id = await openList(desk, place);
    await typed(desk, id, (await learnersHere(desk, 2)).map(cellsOf));
    await desk.client.office.cutLine({ cut: true });
    const { receiptNumber } = await bookedWhole(desk, id, mpesaCode(911));
    await loseFirstSeat(place);
    await desk.client.office.cutLine({ cut: false });
    await eventually(desk, async () => expect(await outcomes(desk, id)).toEqual([['returned', null], ['approved', 2]])); // prettier-ignore
    const [first] = (await desk.client.schoolLists.get({ id })).booked;
    const again = () => act(desk.client.applications.resubmit, { id: first?.applicationId ?? '' });
    const paid = (cents: string) => atHub('UPDATE payment SET amount_cents = amount_cents + $1::bigint WHERE receipt_number = $2', cents, receiptNumber ?? ''); // prettier-ignore
    await paid('-1');
    await again();
    await eventually(desk, async () => expect(await outcomes(desk, id)).toEqual([['returned', null], ['approved', 2]])); // prettier-ignore
    const { decision } = await desk.client.applications.get({ id: first?.applicationId ?? '' });
    expect(decision?.reasons).toEqual(['payment.amount-differs']);
    await paid('1');
    await again();
    await eventually(desk, async () => expect((await desk.client.queue.list({})).length).toBe(0));
    expect(await outcomes(desk, id)).toEqual([['approved', 3], ['approved', 2]]); // prettier-ignore
  });

  it('takes the others where one candidate is booked elsewhere, and that one too, unpaid anew, once the other booking is given up', async () => {
    const [near, far] = [await clerk(), await (await office(false, 'KSM01')).signedIn('clerk')];
    const [there, place] = [await lentSession(far), await lentSession(near)];
    const drivers = await learnersHere(near, 2);
    const other = await openList(far, there);
    for (const { idNumber } of drivers) await act(far.client.drivers.lookUp, { idKind: 'national-id', idNumber });
    await typed(far, other, drivers.slice(0, 1).map(cellsOf));
    const id = await openList(near, place);
    await typed(near, id, drivers.map(cellsOf));
    await near.client.office.cutLine({ cut: true });
    await bookedWhole(near, id, mpesaCode(912));
    await bookedWhole(far, other, mpesaCode(913));
    await eventually(far, async () => expect((await far.client.queue.list({})).length).toBe(0));
    await near.client.office.cutLine({ cut: false });
    await eventually(near, async () => expect(await outcomes(near, id)).toEqual([['conflict', null], ['approved', 2]])); // prettier-ignore
    const [[elsewhere], [mine]] = [(await far.client.schoolLists.get({ id: other })).booked, (await near.client.schoolLists.get({ id })).booked]; // prettier-ignore
    await act(far.client.applications.cancel, { id: elsewhere?.applicationId ?? '', reason: 'Tested at Nairobi instead' });
    await eventually(far, async () => expect((await far.client.queue.list({})).length).toBe(0));
    await act(near.client.applications.resubmit, { id: mine?.applicationId ?? '' });
    await eventually(near, async () => expect((await near.client.queue.list({})).length).toBe(0));
    expect(await outcomes(near, id)).toEqual([['approved', 1], ['approved', 2]]); // prettier-ignore
  });
});

describe('a list by records that are older than the office allows', () => {
  it('is booked by one supervisor’s word with its reason, which stands in each booking, and by no other word', async () => {
    const core = await office();
    const desk = await core.signedIn('clerk');
    const place = await lentSession(desk);
    const id = await openList(desk, place);
    await typed(desk, id, (await learnersHere(desk, 2)).map(cellsOf));
    await desk.client.office.cutLine({ cut: true });
    core.moveClock(73 * 60 * 60_000);
    const { rows } = await desk.client.schoolLists.get({ id });
    const plan = await desk.client.schoolLists.plan({ id });
    expect([said(rows), plan.booked.length, plan.oldRecords]).toEqual([[[1], [2]], 2, 2]);
    const payment = { method: 'mpesa', code: mpesaCode(914), amountCents: plan.totalCents } as const;
    const book = (supervision: Parameters<typeof desk.client.schoolLists.book>[0]['act']['supervision']) =>
      act(desk.client.schoolLists.book, { id, booked: 2, waiting: 0, payment, supervision });
    const before = await standing(desk);
    expect((await refusalOf(book(null))).code).toBe('application.needs-supervisor');
    const word = { login: 'supervisor', password: staffPassword, reason: 'The school’s day is on Thursday' };
    expect((await refusalOf(book({ ...word, password: 'wrong' }))).code).toBe('sign-in.wrong');
    expect((await refusalOf(book({ ...word, login: 'clerk' }))).code).toBe('act.forbidden');
    // Words that were tried stand in the journal, and nothing else is left of them.
    expect({ ...(await standing(desk)), queue: before.queue }).toEqual(before);
    expect(await book(word)).toMatchObject({ booked: 2 });
    const ids = [id, ...(await desk.client.schoolLists.get({ id })).booked.map(({ applicationId }) => applicationId)];
    const supervised = await Promise.all(ids.map(async (one) => (await desk.client.applications.get({ id: one })).supervisedBy));
    expect(new Set(supervised)).toEqual(new Set(['Supervisor Wa Majaribio']));
  });
});

describe('a driving school’s list', () => {
  it('is booked with the line down: a seat for as many as there are, the others wait, and the hub takes one payment for all', async () => {
    const desk = await (await office(true)).signedIn('clerk');
    const place = await lentSession(desk);
    const drivers = await learnersHere(desk, 7);
    const id = await openList(desk, place);
    await typed(desk, id, drivers.map(cellsOf));
    await desk.client.office.cutLine({ cut: true });
    const plan = await desk.client.schoolLists.plan({ id });
    expect([plan.seats, plan.booked.length, plan.waiting.map(({ position }) => position)]).toEqual([5, 5, [6, 7]]);
    const payment = { method: 'mpesa', code: mpesaCode(901), amountCents: plan.totalCents } as const;
    // The clerk confirms what was shown, and nothing else.
    const other = refusalOf(act(desk.client.schoolLists.book, { id, booked: 7, waiting: 0, payment, supervision: null }));
    expect((await other).code).toBe('school.seats-changed');
    const done = await act(desk.client.schoolLists.book, { id, booked: 5, waiting: 2, payment, supervision: null });
    expect(done).toMatchObject({ booked: 5, waiting: 2 });
    const { booked, payment: paid } = await desk.client.schoolLists.get({ id });
    const receiptNumber = paid?.receiptNumber;
    expect(booked.map(({ seat, place: at }) => [seat, at])).toEqual([[1, null], [2, null], [3, null], [4, null], [5, null], [null, 1], [null, 2]]); // prettier-ignore
    const [first] = booked;
    if (!first) throw new Error('Somebody was booked');
    // Who has a seat is nobody's work any more; who waits for one is.
    const work = await desk.client.applications.list({ show: 'work', state: null, limit: 50, offset: 0 });
    expect(work.lines.map(({ state, gist }) => [state, gist])).toEqual(
      [6, 7].map(() => ['awaiting-payment', { of: 'class', class: 'A2', day: place.day }]),
    );
    expect(work.lines.map(({ who }) => who)).not.toContain('');
    expect(await desk.client.office.status({})).toMatchObject({ counts: { work: 2 } });
    const one = await desk.client.applications.get({ id: first.applicationId });
    expect([one.payment?.receiptNumber, one.payment?.amountCents, one.confirmations[0]?.method]).toEqual([
      receiptNumber,
      100_000,
      'by-list',
    ]);
    for (const kind of ['school-slip', 'list-slips'] as const)
      expect((await desk.client.paper.get({ paper: { kind, id }, width: 'a4', locale: 'en' })).size).toBeGreaterThan(1_000);
    await desk.client.office.cutLine({ cut: false });
    const taken = () =>
      atHub<{ number: number }>(
        'SELECT number FROM seat WHERE centre = $1 AND day = $2::date AND booked_by IS NOT NULL ORDER BY number',
        place.centre,
        place.day,
      );
    await eventually(desk, async () => expect((await taken()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]));
    expect(await atHub('SELECT count(*)::int AS payments FROM payment WHERE receipt_number = $1', receiptNumber ?? '')).toEqual([
      { payments: 1 },
    ]);
    await eventually(desk, async () => expect((await desk.client.applications.get({ id })).payment?.state).toBe('matched'));
    expect((await desk.client.schoolLists.get({ id })).booked.filter(({ state }) => state === 'approved')).toHaveLength(5);
  });

  it('is booked whole or not at all: what fails at the last candidate leaves no seat taken, no number given and no money', async () => {
    const core = await office();
    const desk = await core.signedIn('clerk');
    const place = await lentSession(desk);
    const drivers = await learnersHere(desk, 3);
    const id = await openList(desk, place);
    await typed(desk, id, drivers.map(cellsOf));
    const { totalCents } = await desk.client.schoolLists.plan({ id });
    const payment = { method: 'mpesa', code: mpesaCode(902), amountCents: totalCents } as const;
    await desk.client.office.cutLine({ cut: true });
    const before = await standing(desk);
    await inFile(
      core,
      `CREATE TRIGGER no_third BEFORE INSERT ON payment_share WHEN (SELECT count(*) FROM payment_share) >= 2
       BEGIN SELECT RAISE(ABORT, 'planted'); END`,
    );
    await expect(act(desk.client.schoolLists.book, { id, booked: 3, waiting: 0, payment, supervision: null })).rejects.toThrow('BUG');
    expect(await standing(desk)).toEqual(before);
    await inFile(core, 'DROP TRIGGER no_third');
    const { receiptNumber } = await act(desk.client.schoolLists.book, { id, booked: 3, waiting: 0, payment, supervision: null });
    expect(receiptNumber).toMatch(/-000001$/u);
  });
});

async function inFile({ dataDir }: TestCore, sql: string): Promise<void> {
  await withOfficeFile(dataDir, (storage) => storage.transact((db) => db.run(sql)));
}

/** Everything that a booking leaves behind it. */
async function standing({ client }: Desk) {
  const { lines, total } = await client.tests.bookings({});
  const { total: receipts } = await client.payments.list({ text: '', state: null, from: null, to: null, limit: 50, offset: 0 });
  const { total: cases } = await client.applications.list({ show: 'all', state: null, limit: 50, offset: 0 });
  return { lines, total, receipts, cases, waiting: await client.tests.waiting({}), queue: (await client.queue.list({})).length };
}
