import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BatchCells } from '#shared/domain/batch/batch-row.ts';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { staffPassword } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { trials } from '#tests/support/tier.ts';
import { mpesaCode } from '#tests/support/transfer-body.ts';
import { bringIn } from './bring-in.ts';
import { csvOf, goodCells } from './dealer-file.ts';

let hub: TestHub;
let cursor: string;
let payments = 500;
beforeAll(async () => {
  hub = await openTestHub(usualDatabase);
  cursor = (await (await hub.device('NRB01')).pullAll()).next;
}, 120_000);
afterAll(() => hub?.close());

async function openOffice(): Promise<TestCore> {
  return openTestCore({ printsPaper: true, hub: { url: hub.hub.url, code: await hub.hub.enrolCode('NRB01'), cursor } });
}

async function eventually({ client }: Desk, check: () => Promise<void>): Promise<void> {
  const ask = async () => {
    await client.queue.tryNow({});
    await check();
  };
  await vi.waitFor(ask, { timeout: 45_000, interval: 200 });
}

/** Two hundred are a dealer's usual day (issue 6); on each commit a few tell the same. */
const size = trials(24, 200);

/** Rows of which seven have one slip each; `from` keeps the metal of two batches apart. */
function withSlips(from: number): BatchCells[] {
  const rows = Array.from({ length: size }, (_, n) => goodCells(from + n));
  for (const at of [3, 5, 8, 11, 15, 20, size - 1]) rows[at] = { ...rows[at], year: '2O26' };
  return rows;
}

interface CheckedBatch {
  readonly clerk: Desk;
  readonly supervisor: Desk;
  readonly id: string;
}

/** A dealer's batch that was mended and looked at by a second person. */
async function checkedBatch(core: TestCore, rows: readonly BatchCells[], kraPin: string): Promise<CheckedBatch> {
  const [supervisor, clerk] = [await core.signedIn('supervisor'), await core.signedIn('clerk')];
  const { id: dealerId } = await act(supervisor.client.batches.addDealer, {
    name: 'Simba Pikipiki Dealers Limited',
    kraPin,
    phone: '0722000111',
  });
  const { id } = await act(clerk.client.batches.open, { dealerId });
  await bringIn(clerk, id, csvOf(rows));
  const found = await clerk.client.batches.get({ id });
  const bad = found.rows.filter(({ state }) => state === 'bad');
  if (bad.length > 0)
    await clerk.client.batches.keepRows({ id, rows: bad.map((row) => ({ id: row.id, cells: { ...row.cells, year: '2026' } })) });
  await confirmAll(clerk, id);
  await act(supervisor.client.batches.check, { id });
  return { clerk, supervisor, id };
}

async function pay({ clerk, id }: CheckedBatch) {
  payments += 1;
  const { totalCents } = await clerk.client.batches.fee({ id });
  return act(clerk.client.batches.submit, { id, payment: { method: 'mpesa', code: mpesaCode(payments), amountCents: totalCents } });
}

function stateIs(desk: Desk, id: string, state: string): Promise<void> {
  return eventually(desk, async () => expect((await desk.client.applications.get({ id })).line.state).toBe(state));
}

async function unitStates(desk: Desk, id: string): Promise<Record<string, number>> {
  const { units } = await desk.client.batches.units({ id });
  return Object.fromEntries([...Map.groupBy(units, ({ state }) => state)].map(([state, all]) => [state, all.length]));
}

describe('a batch that is paid for', { timeout: 180_000 }, () => {
  it('is one case of many motorcycles: three come back, are mended, and are registered with no second fee', async () => {
    const core = await openOffice();
    const batch = await checkedBatch(core, withSlips(1), 'P051238838Z');
    const { clerk, supervisor, id } = batch;
    const { receiptNumber, units } = await pay(batch);
    expect(units).toBe(size);
    expect(await clerk.client.batches.get({ id })).toMatchObject({ batch: { state: 'sent' } });
    await stateIs(clerk, id, 'in-review');

    const registrar = await core.signedIn('registrar');
    await eventually(registrar, async () =>
      expect(
        (await registrar.client.registrar.units({ applicationId: id })).units.filter(({ state }) => state === 'in-review'),
      ).toHaveLength(size),
    );
    await eventually(registrar, async () =>
      expect((await registrar.client.registrar.list({})).map(({ applicationId }) => applicationId)).toContain(id),
    );
    const seen = (await registrar.client.registrar.units({ applicationId: id })).units;
    const returned = [6, 10, 16]
      .flatMap((at) => seen[at] ?? [])
      .map(({ unit }) => ({ unitId: unit.id, reasons: ['engine-differs' as const], note: 'Look at the engine' }));
    await act(registrar.client.registrar.decideBatch, { applicationId: id, returned });
    await stateIs(clerk, id, 'returned');
    await eventually(clerk, async () => expect(await unitStates(clerk, id)).toEqual({ registered: size - 3, returned: 3 }));

    const money = await clerk.client.batches.money({ id });
    expect(money).toMatchObject({ underWayCents: 0, leftCents: 0 });
    expect(money.usedCents + money.backCents).toBe(money.paidCents);
    const back = (await clerk.client.batches.get({ id })).rows.filter(({ state }) => state === 'bad');
    expect(back.map(({ position, problems }) => [position, problems.map(({ field, code }) => [field, code])])).toEqual(
      [8, 12, 18].map((position) => [position, [['engineNumber', 'batch.returned']]]),
    );
    const registered = (await clerk.client.batches.get({ id })).rows.find(({ state }) => state === 'good');
    if (!registered) throw new Error('No row');
    const touched = clerk.client.batches.keepRows({ id, rows: [{ id: registered.id, cells: { ...registered.cells, colour: 'Blue' } }] });
    expect((await refusalOf(touched)).code).toBe('batch.row-on-its-way');

    await clerk.client.batches.keepRows({
      id,
      rows: back.map((row) => ({ id: row.id, cells: { ...row.cells, engineNumber: `DZZWTX${row.position}` } })),
    });
    await act(supervisor.client.batches.check, { id });
    expect(await act(clerk.client.batches.resubmit, { id })).toEqual({ units: 3 });
    await stateIs(clerk, id, 'in-review');
    await eventually(registrar, async () =>
      expect((await registrar.client.registrar.list({})).map(({ applicationId }) => applicationId)).toContain(id),
    );
    await act(registrar.client.registrar.decideBatch, { applicationId: id, returned: [] });
    await stateIs(clerk, id, 'approved');
    await eventually(clerk, async () => expect(await unitStates(clerk, id)).toEqual({ registered: size }));

    const all = (await clerk.client.batches.units({ id })).units;
    expect(new Set(all.map(({ outcome }) => outcome?.plate)).size).toBe(size);
    expect(new Set(all.map(({ outcome }) => outcome?.logbookNumber)).size).toBe(size);
    expect(all.every(({ outcome }) => /^KM[A-Z]{2}\d{3}[A-Z]$/u.test(outcome?.plate ?? ''))).toBe(true);
    const after = await clerk.client.batches.money({ id });
    expect(after).toEqual({
      paidCents: money.paidCents,
      usedCents: money.paidCents,
      underWayCents: 0,
      backCents: 0,
      refundedCents: 0,
      leftCents: 0,
      refundableCents: 0,
      withdrawn: 0,
      receiptNumber,
    });
    const collected = await clerk.client.batches.logbooks({ id });
    expect(collected.here.length + collected.elsewhere).toBe(size);
    const receipts = (await clerk.client.payments.list({ from: null, to: null, text: '', state: null, limit: 50, offset: 0 })).lines;
    expect(receipts.map((line) => line.receiptNumber)).toEqual([receiptNumber]);
    const paper = await clerk.client.paper.get({ paper: { kind: 'receipt', receiptNumber }, width: 'a4', locale: 'en' });
    expect(paper.size).toBeGreaterThan(10_000);
  });

  it('takes its money and its receipt with the line down, and goes whole once the line is back', async () => {
    const core = await openOffice();
    const batch = await checkedBatch(core, [goodCells(1_001), goodCells(1_002)], 'P051238839Z');
    const { clerk, id } = batch;
    expect((await refusalOf(act(clerk.client.batches.resubmit, { id }))).code).toBe('batch.not-sent');
    const { totalCents } = await clerk.client.batches.fee({ id });
    const short = { method: 'mpesa', code: mpesaCode(499), amountCents: totalCents - 1 } as const;
    expect((await refusalOf(act(clerk.client.batches.submit, { id, payment: short }))).code).toBe('payment.amount-differs');
    expect(await unitStates(clerk, id)).toEqual({});
    await pay(batch);
    expect(await unitStates(clerk, id)).toEqual({ queued: 2 });
    expect((await refusalOf(pay(batch))).code).toBe('batch.not-checked');
    await core.restart();
    const again = await core.signedIn('clerk');
    await stateIs(again, id, 'in-review');
    await eventually(again, async () => expect(await unitStates(again, id)).toEqual({ 'in-review': 2 }));
  });

  it('sends back at once what the register has already, or another batch of the country asks for, and lets the rest go on', async () => {
    const [one, two] = [await openOffice(), await openOffice()];
    const first = await checkedBatch(one, [goodCells(2_001), goodCells(2_002)], 'P051238840Z');
    await pay(first);
    await stateIs(first.clerk, first.id, 'in-review');
    const registered = hub.nextVehicle();
    const rows = [
      goodCells(2_002),
      { ...goodCells(2_003), chassis: registered.chassis },
      { ...goodCells(2_004), engineNumber: registered.engineNumber },
      goodCells(2_005),
    ];
    const second = await checkedBatch(two, rows, 'P051238841Z');
    await pay(second);
    await eventually(second.clerk, async () => expect(await unitStates(second.clerk, second.id)).toEqual({ returned: 3, 'in-review': 1 }));
    const { units } = await second.clerk.client.batches.units({ id: second.id });
    expect(units.map(({ outcome }) => outcome?.reasons)).toEqual([['held'], ['chassis-registered'], ['engine-registered'], []]);
    expect(await second.clerk.client.batches.get({ id: second.id })).toMatchObject({ batch: { counts: { good: 1, bad: 3 } } });
  });

  it('is no dead end where its message was spent: given up, its rows are looked at and paid for in a new batch', async () => {
    const [one, two] = [await openOffice(), await openOffice()];
    const first = await checkedBatch(one, [goodCells(5_001)], 'P051238844Z');
    await pay(first);
    await stateIs(first.clerk, first.id, 'in-review');
    payments -= 1;
    const second = await checkedBatch(two, [goodCells(5_002), goodCells(5_003)], 'P051238845Z');
    const { clerk, supervisor, id } = second;
    const { receiptNumber } = await pay(second);
    await stateIs(clerk, id, 'returned');
    const { units } = await clerk.client.batches.units({ id });
    expect(units.map(({ outcome }) => outcome?.reasons)).toEqual([['payment.code-used'], ['payment.code-used']]);
    expect((await refusalOf(act(clerk.client.batches.openAnew, { id }))).code).toBe('batch.not-given-up');

    await act(clerk.client.applications.cancel, { id, reason: 'The dealer brought an old message' });
    const dealerId = (await clerk.client.batches.get({ id })).batch.dealer.id;
    const typed = await act(clerk.client.batches.open, { dealerId });
    await bringIn(clerk, typed.id, csvOf([goodCells(5_002)]));
    expect((await clerk.client.batches.get({ id: typed.id })).rows.map(({ state }) => state)).toEqual(['good']);
    await act(clerk.client.batches.delete, { id: typed.id, reason: 'Brought in twice' });
    const anew = await act(clerk.client.batches.openAnew, { id });
    expect((await refusalOf(act(clerk.client.batches.openAnew, { id }))).code).toBe('batch.nothing-left');
    const { batch, rows } = await clerk.client.batches.get({ id: anew.id });
    expect([batch.state, batch.sentState, rows.map(({ position, state }) => [position, state])]).toEqual([
      'draft',
      null,
      [
        [2, 'good'],
        [3, 'good'],
      ],
    ]);
    expect((await refusalOf(act(clerk.client.batches.check, { id: anew.id }))).code).toBe('batch.own-check');
    await act(supervisor.client.batches.check, { id: anew.id });
    const again = await pay({ clerk, supervisor, id: anew.id });
    expect(again.units).toBe(2);
    expect(again.receiptNumber).not.toBe(receiptNumber);
    await stateIs(clerk, anew.id, 'in-review');
    await eventually(clerk, async () => expect((await clerk.client.queue.list({})).length).toBe(0));
    expect((await clerk.client.batches.units({ id })).units).toHaveLength(2);
  });

  it('asks back once, under its receipt, what mended motorcycles cost less and what was paid for those given up', async () => {
    const core = await openOffice();
    const { clerk, registrar, id, receiptNumber, over, givenUp } = await paidTooMuch(core, 3_001, 'P051238842Z');
    const ask = (amountCents: number, given = word) => act(clerk.client.batches.askRefund, { id, amountCents, supervisor: given });
    expect((await refusalOf(ask(over.refundableCents + 1))).code).toBe('batch.refund-changed');
    expect((await refusalOf(ask(over.refundableCents, { ...word, password: 'not this one' }))).code).toBe('sign-in.wrong');
    expect(await clerk.client.batches.money({ id })).toEqual(over);
    await ask(over.refundableCents);
    const after = await clerk.client.batches.money({ id });
    expect(after).toMatchObject({ leftCents: 0, backCents: 0, refundableCents: 0, refundedCents: over.refundableCents, withdrawn: 0 });
    expect(after.usedCents + after.underWayCents + after.refundedCents).toBe(after.paidCents);
    expect((await refusalOf(ask(over.refundableCents))).code).toBe('batch.refund-changed');
    const taken = clerk.client.batches.setAside({ id, rowIds: [givenUp], aside: false });
    expect((await refusalOf(taken)).code).toBe('batch.row-on-its-way');

    await decideBut(registrar, id, []);
    await stateIs(clerk, id, 'approved');
    await eventually(clerk, async () => expect(await unitStates(clerk, id)).toEqual({ registered: 2, withdrawn: 1 }));
    expect(await clerk.client.batches.money({ id })).toMatchObject({ refundedCents: over.refundableCents, leftCents: 0, backCents: 0 });
    const { timeline } = await clerk.client.applications.get({ id });
    expect(timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['batches.askRefund', 'batches.askRefund.refused']));
    expect((await clerk.client.queue.list({})).filter(({ state }) => state === 'refused')).toEqual([]);
    const paper = await clerk.client.paper.get({ paper: { kind: 'receipt', receiptNumber }, width: 'a4', locale: 'en' });
    expect((await textOfPages(await paper.bytes())).join(' ')).toContain('Refund asked for');
  });

  it('has no more asked back than was paid: what the hub refuses is over again, and what was given up may be mended', async () => {
    const core = await openOffice();
    const { clerk, id, receiptNumber, over } = await paidTooMuch(core, 4_001, 'P051238843Z');
    const asked = (amountCents: number) => ({
      kind: 'batches.askRefund',
      subject: `application:${id}`,
      payload: {
        refundId: newId(),
        applicationId: id,
        receiptNumber,
        amountCents,
        withdrawn: [],
        supervisor: 'S',
        at: '2026-11-23T09:00:00.000Z',
      },
    });
    const [own, other] = [await hub.device('NRB01'), await hub.device('KSM01')];
    expect(await other.act(asked(1))).toMatchObject({ code: 'act.not-found' });
    await eventually(clerk, async () => expect(await unitStates(clerk, id)).toMatchObject({ 'in-review': 1 }));
    expect(await own.act(asked(over.leftCents + 1))).toMatchObject({ code: 'payment.amount-differs' });
    expect(await own.act(asked(over.leftCents))).toMatchObject({ outcome: 'applied' });
    await act(clerk.client.batches.askRefund, { id, amountCents: over.refundableCents, supervisor: word });
    expect(await unitStates(clerk, id)).toMatchObject({ withdrawn: 1 });
    await eventually(clerk, async () => expect(await unitStates(clerk, id)).toMatchObject({ returned: 1 }));
    expect(await clerk.client.batches.money({ id })).toMatchObject({ refundedCents: 0, refundableCents: over.refundableCents });
  });
});

const word = { login: 'supervisor', password: staffPassword };

/** Of three motorcycles one is registered; of the two that came back one was mended to a cheaper one and sent, one was set aside. */
async function paidTooMuch(core: TestCore, from: number, kraPin: string) {
  const large = { ...goodCells(from + 1), make: 'Honda', model: 'GL1800', ratingCc: '1833' };
  const batch = await checkedBatch(core, [goodCells(from), large, goodCells(from + 2)], kraPin);
  const { clerk, supervisor, id } = batch;
  const { receiptNumber } = await pay(batch);
  const registrar = await core.signedIn('registrar');
  await decideBut(registrar, id, [1, 2]);
  await eventually(clerk, async () => expect(await unitStates(clerk, id)).toEqual({ registered: 1, returned: 2 }));
  expect(await clerk.client.batches.money({ id })).toMatchObject({ leftCents: 0, refundableCents: 0, withdrawn: 0 });
  expect((await refusalOf(act(clerk.client.batches.askRefund, { id, amountCents: 0, supervisor: word }))).code).toBe(
    'batch.refund-changed',
  );
  const [second, third] = (await clerk.client.batches.get({ id })).rows.slice(1);
  if (!second || !third) throw new Error('Two rows came back');
  await clerk.client.batches.keepRows({ id, rows: [{ id: second.id, cells: goodCells(from + 1) }] });
  await clerk.client.batches.setAside({ id, rowIds: [third.id], aside: true });
  await confirmAll(clerk, id);
  await act(supervisor.client.batches.check, { id });
  await act(clerk.client.batches.resubmit, { id });
  const over = await clerk.client.batches.money({ id });
  expect(over.leftCents).toBeGreaterThan(0);
  expect(over).toMatchObject({ withdrawn: 1, refundableCents: over.leftCents + over.backCents });
  return { clerk, registrar, id, receiptNumber, over, givenUp: third.id };
}

/** Says of all that is asked that it is right. */
async function confirmAll({ client }: Desk, id: string): Promise<void> {
  const questions = (await client.batches.get({ id })).rows.flatMap((row) =>
    row.state === 'bad' ? row.problems.map(({ field, code }) => ({ rowId: row.id, field, code })) : [],
  );
  if (questions.length > 0) await client.batches.confirm({ id, questions });
}

/** The registrar approves what is under review but for these of them. */
async function decideBut(registrar: Desk, id: string, indexes: readonly number[]): Promise<void> {
  const underReview = async () =>
    (await registrar.client.registrar.units({ applicationId: id })).units.filter(({ state }) => state === 'in-review');
  await eventually(registrar, async () => {
    expect((await underReview()).length).toBeGreaterThan(0);
    expect((await registrar.client.registrar.list({})).map(({ applicationId }) => applicationId)).toContain(id);
  });
  const seen = await underReview();
  const returned = indexes
    .flatMap((index) => seen[index] ?? [])
    .map(({ unit }) => ({ unitId: unit.id, reasons: ['engine-differs' as const], note: '' }));
  await act(registrar.client.registrar.decideBatch, { applicationId: id, returned });
}
