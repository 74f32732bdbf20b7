import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { goodCells } from '../batches/dealer-file.ts';

let hub: TestHub;
let cursor: string;
beforeAll(async () => {
  hub = await openTestHub(usualDatabase);
  cursor = (await (await hub.device('NRB01')).pullAll()).next;
}, 120_000);
afterAll(() => hub?.close());

async function openOffice(): Promise<TestCore> {
  return openTestCore({ hub: { url: hub.hub.url, code: await hub.hub.enrolCode('NRB01'), cursor } });
}

async function eventually({ client }: Desk, check: () => Promise<void>): Promise<void> {
  const ask = async () => {
    await client.queue.tryNow({});
    await check();
  };
  await vi.waitFor(ask, { timeout: 45_000, interval: 100 });
}

let motorcycles = 0;
/** A dealer with two motorcycles in stock: the dealer's id and their chassis numbers. */
async function dealerWithStock(core: TestCore): Promise<{ readonly dealerId: string; readonly chassis: readonly [string, string] }> {
  const { client } = await core.signedIn('supervisor');
  const kraPin = `P0513${String((motorcycles += 1)).padStart(5, '0')}Z`;
  const dealer = { name: `Chui Pikipiki ${motorcycles} Limited`, kraPin, phone: '0722000111' };
  const { id: dealerId } = await act(client.batches.addDealer, dealer);
  const takeIn = async () => {
    const {
      ownerName: _name,
      ownerIdNumber: _id,
      ownerKraPin: _pin,
      ownerPhone: _phone,
      ...texts
    } = goodCells(700_000 + (motorcycles += 1));
    return (await act(client.stock.takeIn, { dealerId, texts })).chassis;
  };
  return { dealerId, chassis: [await takeIn(), await takeIn()] };
}

const driver = { name: 'Otieno Ouma', idNumber: '27104433' };
const journey = { plate: 'kd 123a', purpose: 'test-trip', destination: 'Weighbridge, Athi River', driver } as const;
const everything = { text: '', onlyOut: false } as const;

async function codeOf(refused: PromiseLike<unknown>): Promise<string> {
  return (await refusalOf(refused)).code;
}

describe('the register of KD plates, with the line down', () => {
  it('writes a plate out and back, once at a time, and each movement is an act in the journal', async () => {
    const core = await openTestCore();
    const { chassis } = await dealerWithStock(core);
    const { client } = await core.signedIn('clerk');
    const { id } = await act(client.tradePlates.goOut, { ...journey, chassis: chassis[0].slice(-7) });
    expect(await client.tradePlates.list(everything)).toMatchObject({
      movements: [{ id, plate: 'KD123A', chassis: chassis[0], driverMaskedId: '•••••433', back: null, isLate: false, isDoubled: false }],
      total: 1,
      out: 1,
    });
    expect(await refusalOf(act(client.tradePlates.goOut, { ...journey, chassis: chassis[1] }))).toMatchObject({
      code: 'trade-plate.out',
      facts: { plate: 'KD 123A', chassis: chassis[0], driver: driver.name },
    });
    const onOther = act(client.tradePlates.goOut, { ...journey, plate: 'KD 204', chassis: chassis[0] });
    expect(await codeOf(onOther)).toBe('trade-plate.vehicle-out');
    await act(client.tradePlates.comeBack, { id, note: 'Mirror broken' });
    expect(await codeOf(act(client.tradePlates.comeBack, { id, note: '' }))).toBe('trade-plate.not-out');
    await act(client.tradePlates.goOut, { ...journey, chassis: chassis[1] });
    const { movements, out } = await client.tradePlates.list(everything);
    expect([movements.map(({ back }) => back?.note ?? null), out]).toEqual([[null, 'Mirror broken'], 1]);
    expect(await client.tradePlates.plates({})).toEqual({ plates: [{ plate: 'KD123A', isOut: true }] });
    const history = await client.records.history({ subject: `trade-movement:${id}` });
    expect(history.map(({ kind }) => kind).toSorted()).toEqual(['tradePlates.comeBack', 'tradePlates.goOut']);
  });

  it('sends out no other plate, no motorcycle that is not in stock, and nobody by night; a plate that stays out is late', async () => {
    const core = await openTestCore();
    const { chassis } = await dealerWithStock(core);
    const { client } = await core.signedIn('clerk');
    const tryOut = (change: object) => codeOf(act(client.tradePlates.goOut, { ...journey, chassis: chassis[0], ...change }));
    expect(await tryOut({ plate: 'KMFP 324B' })).toBe('trade-plate.shape');
    expect(await tryOut({ chassis: 'MD2A57AZ999999999' })).toBe('stock.none-like');
    expect(await tryOut({ chassis: 'MD2A57AZ' })).toBe('stock.several-like');
    const { units } = await client.stock.list({
      text: chassis[1],
      state: null,
      age: null,
      model: null,
      lacksPlates: false,
      from: 'start',
      beyond: null,
    });
    await act(client.stock.withdraw, { unitIds: units.map(({ id }) => id), reason: 'stolen', note: '' });
    expect(await tryOut({ chassis: chassis[1] })).toBe('stock.none-like');
    await act(client.tradePlates.goOut, { ...journey, chassis: chassis[0] });
    core.moveClock(11 * 60 * 60 * 1000);
    const evening = await core.signedIn('clerk');
    const late = await evening.client.tradePlates.list(everything);
    expect(late.movements.map(({ isLate }) => isLate)).toEqual([true]);
    const night = act(evening.client.tradePlates.goOut, { ...journey, plate: 'KD 204', chassis: chassis[0] });
    expect(await codeOf(night)).toBe('trade-plate.hours');
    await act(evening.client.tradePlates.comeBack, { id: late.movements[0]?.id ?? '', note: '' });
    expect((await evening.client.tradePlates.list(everything)).movements).toMatchObject([{ isLate: true }]);
  });

  it('shows a dealer’s clerk the movements of their own dealer only', async () => {
    const core = await openTestCore();
    const [own, others] = [await dealerWithStock(core), await dealerWithStock(core)];
    const supervisor = await core.signedIn('supervisor');
    await act(supervisor.client.tradePlates.goOut, { ...journey, chassis: own.chassis[0] });
    const { id } = await act(supervisor.client.tradePlates.goOut, { ...journey, plate: 'KD 204', chassis: others.chassis[0] });
    const { client } = await core.signedIn('dealer-clerk');
    expect(await codeOf(client.tradePlates.list(everything))).toBe('batch.no-dealer');
    const { id: userId } = (await client.people.seat({})).user ?? { id: '' };
    await act(supervisor.client.batches.placeClerk, { userId, dealerId: own.dealerId });
    const { movements, total, out } = await client.tradePlates.list(everything);
    expect([movements.map(({ chassis }) => chassis), total, out]).toEqual([[own.chassis[0]], 1, 1]);
    expect((await client.tradePlates.plates({})).plates.map(({ plate }) => plate)).toEqual(['KD123A']);
    expect(await codeOf(act(client.tradePlates.comeBack, { id, note: '' }))).toBe('act.not-found');
    expect(await codeOf(act(client.tradePlates.goOut, { ...journey, plate: 'KD 881', chassis: others.chassis[1] }))).toBe(
      'stock.none-like',
    );
  });
});

describe('the register of KD plates of one office', { timeout: 120_000 }, () => {
  it('is one at all its PCs: a plate that another PC sent out is out here, and what both sent out apart stands there twice, marked', async () => {
    const [one, two] = [await openOffice(), await openOffice()];
    const { chassis } = await dealerWithStock(one);
    const [first, second] = [await one.signedIn('supervisor'), await two.signedIn('supervisor')];
    const { id } = await act(first.client.tradePlates.goOut, { ...journey, chassis: chassis[0] });
    await eventually(first, async () => expect(await first.client.queue.list({})).toEqual([]));
    await eventually(second, async () => expect((await second.client.tradePlates.list(everything)).out).toBe(1));
    expect(await codeOf(act(second.client.tradePlates.goOut, { ...journey, chassis: chassis[1] }))).toBe('trade-plate.out');
    await act(second.client.tradePlates.comeBack, { id, note: '' });
    await eventually(second, async () => expect(await second.client.queue.list({})).toEqual([]));
    await eventually(first, async () => expect((await first.client.tradePlates.list(everything)).out).toBe(0));

    for (const { client } of [first, second]) await client.office.cutLine({ cut: true });
    await act(first.client.tradePlates.goOut, { ...journey, chassis: chassis[0] });
    await act(second.client.tradePlates.goOut, { ...journey, chassis: chassis[1] });
    for (const { client } of [first, second]) await client.office.cutLine({ cut: false });
    for (const desk of [first, second]) {
      await eventually(desk, async () => {
        const { movements } = await desk.client.tradePlates.list({ ...everything, onlyOut: true });
        expect(movements.map(({ isDoubled }) => isDoubled)).toEqual([true, true]);
      });
    }
    expect(await second.client.queue.list({})).toEqual([]);
  });
});
