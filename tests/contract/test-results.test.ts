import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { addDays, dayOf, instantOf, toDay } from '#shared/base/instant.ts';
import type { Driver } from '#shared/domain/driver.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import { makePracticeDrivers } from '#hub/practice/drivers.ts';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { readReference } from '#core/reference.ts';
import { emptyParty } from '#shared/domain/party-fields.ts';
import { interimLicenceRules } from '#shared/domain/services/interim-licence.ts';
import { completeBooking } from '#tests/support/booking-body.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { resourcesDir } from '#tests/support/resources.ts';
import { staffPassword } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { mpesaCode } from '#tests/support/transfer-body.ts';
import { pay, readyToPay, typedCase, type ReadyToPay } from '#tests/support/transfer-case.ts';

const dayMs = 24 * 60 * 60_000;
const parts = ['board', 'yard', 'road'] as const;
const testDay = addDays(dayOf(instantOf(mondayMorning)), 2);
/** Nyeri's centre is run by NYR01; the candidates book at NRB01. */
const place: SeatPlace = { centre: 'NYR', day: testDay, session: 's1', class: 'A2' };
const sitting = { centre: 'NYR', day: testDay, session: 's1' };

interface Booked extends ReadyToPay {
  readonly driver: Driver;
}

/** What a test of this file works with, on the day of the test. */
interface World {
  readonly hub: TestHub;
  readonly booker: TestCore;
  readonly examiners: readonly TestCore[];
  readonly booked: readonly Booked[];
}

async function eventually({ client }: Desk, check: () => Promise<void>): Promise<void> {
  const ask = async () => {
    await client.queue.tryNow({});
    await check();
  };
  await vi.waitFor(ask, { timeout: 45_000, interval: 200 });
}

/** Candidates of one office have seats at the centre of another, and it is the day of the test everywhere. */
async function world({ candidates, pcs }: { readonly candidates: number; readonly pcs: number }): Promise<World> {
  const hub = await openTestHub(usualDatabase);
  onTestFinished(() => hub.close());
  const cursor = (await (await hub.device('KSM01')).pullAll()).next;
  const office = async (code: string) =>
    openTestCore({ printsPaper: true, hub: { url: hub.hub.url, code: await hub.hub.enrolCode(code), cursor } });
  const booker = await office('NRB01');
  const examiners: TestCore[] = [];
  for (let at = 0; at < pcs; at += 1) examiners.push(await office('NYR01'));
  await hub.hub.operate({ name: 'seats', sessions: [{ ...place, seats: 12 }] });
  const desk = await booker.signedIn('clerk');
  const cell = async () => (await desk.client.tests.calendar({ centre: 'NYR', class: 'A2', from: testDay, days: 1 })).days[0]?.cells[0];
  await eventually(desk, async () => expect(await cell()).toBeDefined());
  await act(desk.client.tests.keepSeats, { centre: 'NYR', class: 'A2', keep: true });
  await eventually(desk, async () => expect(await cell()).toMatchObject({ state: 'final' }));
  const booked: Booked[] = [];
  for (const { idNumber } of learners().slice(0, candidates)) {
    const { driver } = await act(desk.client.drivers.lookUp, { idKind: 'national-id', idNumber });
    if (!driver) throw new Error('The practice register has this learner');
    const ready = await readyToPay(desk, completeBooking(driver, place));
    await pay(desk, ready, mpesaCode(70 + booked.length));
    booked.push({ ...ready, driver });
  }
  await eventually(desk, async () => expect(await desk.client.queue.list({})).toEqual([]));
  hub.moveClock(2 * dayMs);
  for (const core of [booker, ...examiners]) core.moveClock(2 * dayMs);
  return { hub, booker, examiners, booked };
}

function learners() {
  const [rules] = readReference(resourcesDir).drivingRules.rules;
  if (!rules) throw new Error('There are no rules of driving');
  return makePracticeDrivers({ today: toDay('2026-11-23'), rules }).filter(
    ({ provisional, tests }) => provisional?.class === 'A2' && provisional.validUntil > '2027-06-01' && tests.length === 0,
  );
}

const list = async ({ client }: Desk) => (await client.testDay.list(sitting)).candidates;
const came = ({ client }: Desk, code: string) => act(client.testDay.checkIn, { ...sitting, code });

function give({ client }: Desk, bookingId: string, marks: readonly (number | null)[] | null, reason: string | null = null) {
  return act(client.testDay.giveResult, {
    bookingId,
    marks: marks?.map((one, at) => ({ stage: parts[at] ?? '', marks: one })) ?? null,
    correction: reason === null ? null : { reason, supervisor: { login: 'supervisor', password: staffPassword } },
  });
}

/** Everybody who was booked is on this PC's list. */
const listed = (desk: Desk, count: number) => eventually(desk, async () => expect(await list(desk)).toHaveLength(count));

async function recordAt(desk: Desk, { driver: { idKind, idNumber } }: Booked): Promise<Driver> {
  const { driver } = await desk.client.drivers.find({ idKind, idNumber });
  if (!driver) throw new Error('The office knows this driver');
  return driver;
}

/** Who passed asks for the interim licence: a paper that is NOT VALID before the registrar has approved it, and a year of the class after. */
async function licensed(core: TestCore, driver: Driver): Promise<void> {
  const desk = await core.signedIn('clerk');
  const { idKind, idNumber, name, phone, kraPin } = driver;
  const parties = { driver: { ...emptyParty, idKind, idNumber, name, phone, kraPin } };
  const ready = await readyToPay(desk, { ...interimLicenceRules.emptyBody(), driver, class: 'A2', parties });
  await pay(desk, ready, mpesaCode(90));
  const paper = () => desk.client.paper.get({ paper: { kind: 'interim-licence', id: ready.id }, width: 'a4', locale: 'en' });
  expect((await paper()).type).toBe('application/pdf');
  const registrar = await core.signedIn('registrar');
  await eventually(desk, async () =>
    expect((await registrar.client.registrar.list({})).map(({ applicationId }) => applicationId)).toContain(ready.id),
  );
  await act(registrar.client.registrar.decide, { applicationId: ready.id, outcome: 'approved', reasons: [], note: '' });
  await eventually(desk, async () => {
    expect((await desk.client.applications.get({ id: ready.id })).line.state).toBe('approved');
    const record = (await desk.client.drivers.find({ idKind, idNumber })).driver;
    expect(record?.licences).toEqual([{ class: 'A2', since: testDay, until: '2027-11-25' }]);
  });
  expect((await paper()).type).toBe('application/pdf');
}

describe('a driving test at the office that runs the centre', { timeout: 180_000 }, () => {
  it('is in the driver’s record at both offices; the wait after it refuses the next booking by its date', async () => {
    const { booker, examiners, booked } = await world({ candidates: 4, pcs: 2 });
    const [first, second, third, fourth] = booked as [Booked, Booked, Booked, Booked];
    const [one, other] = (await Promise.all(examiners.map((core) => core.signedIn('clerk')))) as [Desk, Desk];
    await listed(one, 4);
    await listed(other, 4);
    await came(one, first.driver.idNumber);
    await came(one, second.reference);
    // Whoever was checked in at one PC is known to have come at the other.
    await eventually(one, async () => expect(await one.client.queue.list({})).toEqual([]));
    await eventually(other, async () =>
      expect((await list(other)).map(({ state }) => state)).toEqual(['checked-in', 'checked-in', 'booked', 'booked']),
    );
    expect(await give(one, first.id, [90, 85, 80])).toMatchObject({ outcome: 'passed', resitFrom: null });
    const { resitFrom } = await give(other, second.id, [90, 60, null]);
    expect(resitFrom).toBe(addDays(testDay, 21));
    await give(one, third.id, null);
    for (const desk of [one, other]) {
      await eventually(desk, async () =>
        expect((await list(desk)).map(({ state, result }) => [state, result?.standing])).toEqual([
          ['passed', 'confirmed'],
          ['failed', 'confirmed'],
          ['absent', 'confirmed'],
          ['booked', undefined],
        ]),
      );
    }

    const desk = await booker.signedIn('clerk');
    const test = (of: Booked) => ({ bookingNumber: of.reference, class: 'A2', day: testDay, centre: 'NYR' });
    await eventually(desk, async () => {
      expect((await recordAt(desk, first)).licences).toEqual([{ class: 'A2', since: testDay, until: '2027-02-25' }]);
      expect((await recordAt(desk, second)).tests).toMatchObject([
        { ...test(second), outcome: 'failed', failedStages: ['yard'], resitFrom },
      ]);
      expect((await recordAt(desk, third)).tests).toMatchObject([{ ...test(third), outcome: 'absent', failedStages: [], resitFrom: null }]);
    });
    // The paper of the result can be made at the office that booked, too.
    const number = (await list(one))[0]?.result?.number ?? '';
    const certificate = await desk.client.paper.get({ paper: { kind: 'competence-certificate', number }, width: 'a4', locale: 'sw' });
    expect((await textOfPages(Buffer.from(await certificate.arrayBuffer()))).join(' ')).toContain('A2 · Bodaboda na usafirishaji');

    const early = completeBooking(second.driver, { ...place, day: addDays(testDay, 20) });
    const { problems } = await desk.client.applications.get({ id: (await typedCase(desk, early)).id });
    expect(problems.filter(({ field }) => field === 'day' || field.startsWith('parties'))).toEqual([
      { step: 'place', field: 'day', code: 'driver.resit-wait', facts: { from: resitFrom, failedOn: testDay } },
    ]);
    const inTime = completeBooking(second.driver, { ...place, day: addDays(testDay, 21) });
    const later = await desk.client.applications.get({ id: (await typedCase(desk, inTime)).id });
    expect(later.problems.map(({ code }) => code)).not.toContain('driver.resit-wait');

    await licensed(booker, await recordAt(desk, first));

    // Who has come, or has a result, has used the seat; who has neither may still cancel.
    await came(one, fourth.reference);
    expect((await refusalOf(act(desk.client.applications.cancel, { id: second.id, reason: 'Not needed' }))).code).toBe('test.taken');
    await eventually(one, async () => expect(await one.client.queue.list({})).toEqual([]));
    await act(desk.client.applications.cancel, { id: fourth.id, reason: 'The candidate is ill' });
    await eventually(desk, async () =>
      expect(await desk.client.queue.list({})).toMatchObject([
        { kind: 'applications.cancel', state: 'refused', reason: { facts: { code: 'test.taken' } } },
      ]),
    );
  });

  it('has one result: another PC’s other one is a card, until a supervisor keeps the first or corrects it', async () => {
    const { examiners, booked } = await world({ candidates: 3, pcs: 2 });
    const [first, second, third] = booked.map(({ id }) => id) as [string, string, string];
    const [one, other] = (await Promise.all(examiners.map((core) => core.signedIn('clerk')))) as [Desk, Desk];
    await listed(one, 3);
    await listed(other, 3);
    await other.client.office.cutLine({ cut: true });
    for (const desk of [one, other]) for (const { reference } of booked) await came(desk, reference);
    for (const id of [first, second, third]) await give(one, id, [90, 90, 10]);
    await eventually(one, async () => expect(await one.client.queue.list({})).toEqual([]));
    await give(other, first, [90, 90, 90]);
    await give(other, second, [95, 95, 95]);
    const same = await give(other, third, [90, 90, 10]);
    expect((await list(other)).map(({ state, result }) => [state, result?.standing])).toEqual([
      ['passed', 'provisional'],
      ['passed', 'provisional'],
      ['failed', 'provisional'],
    ]);
    await other.client.office.cutLine({ cut: false });
    await eventually(other, async () =>
      expect((await list(other)).map(({ state, conflict }) => [state, conflict?.own.outcome])).toEqual([
        ['failed', 'passed'],
        ['failed', 'passed'],
        ['failed', undefined],
      ]),
    );
    const [card] = await list(other);
    expect(card?.conflict?.first).toMatchObject({ office: 'NYR01', by: card?.result?.by });
    // The same result came twice: the first one's paper is the good one, and nobody has to choose.
    expect((await list(other))[2]?.result?.number).not.toBe(same.number);
    const queued = await other.client.queue.list({});
    expect(queued.map(({ state, reason }) => [state, reason?.facts['code'] ?? reason?.facts['what']])).toEqual([
      ['conflict', 'test.other-result'],
      ['conflict', 'test.other-result'],
      ['refused', 'test.has-result'],
    ]);

    const supervisor = await examiners[1]?.signedIn('supervisor');
    await act((supervisor ?? other).client.queue.discard, { entryId: card?.conflict?.entryId ?? '', reason: 'The first one is right' });
    await give(other, second, [95, 95, 95], 'The first one was of the next row');
    await eventually(other, async () =>
      expect((await list(other)).map(({ state, conflict, result }) => [state, conflict, result?.standing])).toEqual([
        ['failed', null, 'confirmed'],
        ['passed', null, 'confirmed'],
        ['failed', null, 'confirmed'],
      ]),
    );
    await eventually(one, async () =>
      expect((await list(one))[1]).toMatchObject({ state: 'passed', result: { reason: 'The first one was of the next row' } }),
    );
  });
});

describe('the hub takes no result', { timeout: 120_000 }, () => {
  it('of another office, before its day, from who booked, of a cancelled booking, or with marks it judges otherwise', async () => {
    const { hub, examiners, booked } = await world({ candidates: 1, pcs: 1 });
    const [{ id: bookingId, reference: bookingNumber } = { id: '', reference: '' }] = booked;
    const [kisumu, nyeri] = [await hub.device('KSM01'), await hub.device('NYR01')];
    const result = (facts: Readonly<Record<string, unknown>> = {}) => ({
      kind: 'testDay.giveResult',
      payload: {
        bookingId,
        bookingNumber,
        number: 'E-NYR01-9A-000001',
        at: hub.now(),
        outcome: 'passed',
        marks: parts.map((stage) => ({ stage, marks: 90 })),
        correction: null,
        ...facts,
      },
    });
    expect(await kisumu.act(result())).toMatchObject({ outcome: 'refused', code: 'act.not-found' });
    expect(await (await hub.device('NRB01')).act(result())).toMatchObject({ outcome: 'refused', code: 'test.not-our-centre' });
    expect(await nyeri.act(result({ outcome: 'failed' }))).toMatchObject({ outcome: 'refused', code: 'test.outcome-differs' });
    expect(await nyeri.act(result({ marks: [{ stage: 'board', marks: 101 }] }))).toMatchObject({
      outcome: 'refused',
      code: 'test.marks-range',
    });
    expect(await nyeri.act(result({ correction: { of: 'E-1', reason: 'Wrong row', supervisor: 'X' } }))).toMatchObject({
      code: 'test.no-result',
    });
    hub.moveClock(-dayMs);
    expect(await nyeri.act(result())).toMatchObject({ outcome: 'refused', code: 'test.not-today' });
    hub.moveClock(dayMs);
    const [desk] = await Promise.all(examiners.map((core) => core.signedIn('clerk')));
    if (!desk) throw new Error('The centre has a PC');
    await listed(desk, 1);
    expect(await list(desk)).toMatchObject([{ state: 'booked', result: null }]);
    expect(await nyeri.act(result())).toMatchObject({ outcome: 'applied' });
  });
});
