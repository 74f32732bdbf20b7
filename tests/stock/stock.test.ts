import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { v7 as newId } from 'uuid';
import type { BatchCells } from '#shared/domain/batch/batch-row.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { StockState } from '#shared/domain/stock-unit.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { trials } from '#tests/support/tier.ts';
import { mpesaCode } from '#tests/support/transfer-body.ts';
import { csvOf, goodCells } from '../batches/dealer-file.ts';

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

const buyer = {
  name: 'Juma Barasa Wekesa',
  idNumber: '27104433',
  kraPin: 'A004416331M',
  phone: '0722000111',
  financier: '',
  ownership: 'single',
} as const;
const everything = { text: '', state: null, age: null, model: null, lacksPlates: false, from: 'start', beyond: null } as const;

/** A delivery's row: nobody has bought it. */
function unsold(n: number): BatchCells {
  const { ownerName: _name, ownerIdNumber: _id, ownerKraPin: _pin, ownerPhone: _phone, collectionPoint: _at, ...cells } = goodCells(n);
  return cells;
}

let pins = 0;
async function addDealer(core: TestCore): Promise<string> {
  pins += 1;
  const { client } = await core.signedIn('supervisor');
  const kraPin = `P0512${String(pins).padStart(5, '0')}Z`;
  return (await act(client.batches.addDealer, { name: `Simba Pikipiki ${pins} Limited`, kraPin, phone: '0722000111' })).id;
}

async function takeInFile({ client }: Desk, dealerId: string, rows: readonly BatchCells[]) {
  const readId = newId();
  const read = await client.stock.readFile({ dealerId, file: csvOf(rows), readId });
  if (read.kind === 'fault') throw new Error(read.fault.code);
  return { read, taken: await act(client.stock.takeInFile, { dealerId, readId }) };
}

type Part = Awaited<ReturnType<Desk['client']['stock']['list']>>;

/** All pages of the stock, one after the other from this end of it. */
async function leaf(client: Desk['client'], from: 'start' | 'end'): Promise<readonly Part[]> {
  const pages: Part[] = [];
  let beyond: { takenInAt: Instant; id: string } | null = null;
  do {
    const part: Part = await client.stock.list({ ...everything, from, beyond });
    pages.push(part);
    const edge = from === 'start' ? part.units.at(-1) : part.units[0];
    beyond = edge && part.units.length === 200 ? { takenInAt: edge.takenInAt, id: edge.id } : null;
  } while (beyond !== null);
  return pages;
}

async function statesOf({ client }: Desk, from: number, count: number): Promise<readonly (StockState | undefined)[]> {
  const { units } = await client.stock.list(everything);
  const byChassis = new Map(units.map(({ chassis, state }) => [chassis, state]));
  return Array.from({ length: count }, (_, index) => byChassis.get(unsold(from + index).chassis ?? ''));
}

async function idsOf({ client }: Desk, from: number, count: number): Promise<string[]> {
  const { units } = await client.stock.list(everything);
  const wanted = new Set(Array.from({ length: count }, (_, index) => unsold(from + index).chassis));
  return units.filter(({ chassis }) => wanted.has(chassis)).map(({ id }) => id);
}

async function allSent(desk: Desk): Promise<void> {
  await eventually(desk, async () => expect(await desk.client.queue.list({})).toEqual([]));
}

describe('a dealer’s stock', { timeout: 180_000 }, () => {
  it('follows a motorcycle from a delivery with no buyer to its owner, and its counts add up at every step', async () => {
    const core = await openOffice();
    const dealerId = await addDealer(core);
    const [clerk, supervisor] = [await core.signedIn('clerk'), await core.signedIn('supervisor')];
    const rows = [unsold(1), unsold(2), unsold(3), { ...unsold(4), year: '2O26' }, { ...unsold(5), chassis: unsold(1).chassis ?? '' }];
    const { read, taken } = await takeInFile(clerk, dealerId, rows);
    expect(read).toMatchObject({
      fresh: 3,
      known: 0,
      faulty: 2,
      faults: [
        { row: 4, field: 'year' },
        { row: 5, code: 'stock.twin' },
      ],
    });
    expect(taken).toEqual({ added: 3, known: 0, faulty: 2 });
    expect((await takeInFile(clerk, dealerId, rows)).taken).toEqual({ added: 0, known: 3, faulty: 2 });
    expect((await refusalOf(act(clerk.client.stock.takeIn, { dealerId, texts: unsold(1) }))).code).toBe('stock.there-already');
    await act(clerk.client.stock.takeIn, { dealerId, texts: unsold(4) });
    await allSent(clerk);

    const [one = '', two = '', three = ''] = await idsOf(clerk, 1, 3);
    const sold = await act(clerk.client.stock.sell, { unitIds: [one, two], buyer, collectionPoint: 'Nairobi', batchId: null });
    expect(sold).toMatchObject({ units: 2, toMend: 0 });
    const again = act(clerk.client.stock.sell, { unitIds: [one], buyer, collectionPoint: 'Nairobi', batchId: null });
    expect((await refusalOf(again)).code).toBe('stock.wrong-state');
    const gone = act(clerk.client.batches.delete, { id: sold.batchId, reason: 'Not needed' });
    expect((await refusalOf(gone)).code).toBe('stock.sold-into-batch');
    await act(clerk.client.stock.sell, { unitIds: [three], buyer, collectionPoint: 'Nairobi', batchId: sold.batchId });
    await act(clerk.client.stock.cancelSale, { unitIds: [three], reason: 'The buyer changed her mind' });
    expect(await clerk.client.batches.get({ id: sold.batchId })).toMatchObject({ batch: { counts: { good: 2, bad: 0, aside: 1 } } });
    await act(clerk.client.stock.withdraw, { unitIds: [three], reason: 'to-other-dealer', note: '' });

    await act(supervisor.client.batches.check, { id: sold.batchId });
    const { totalCents } = await clerk.client.batches.fee({ id: sold.batchId });
    const payment = { method: 'mpesa', code: mpesaCode(801), amountCents: totalCents } as const;
    await act(clerk.client.batches.submit, { id: sold.batchId, payment });
    const late = act(clerk.client.stock.cancelSale, { unitIds: [one], reason: 'The buyer changed her mind' });
    expect((await refusalOf(late)).code).toBe('stock.on-its-way');
    const registrar = await core.signedIn('registrar');
    await eventually(registrar, async () =>
      expect((await registrar.client.registrar.list({})).map(({ applicationId }) => applicationId)).toContain(sold.batchId),
    );
    await act(registrar.client.registrar.decideBatch, { applicationId: sold.batchId, returned: [] });
    await eventually(clerk, async () => expect(await statesOf(clerk, 1, 4)).toEqual(['registered', 'registered', 'withdrawn', 'in-stock']));

    const { units } = await clerk.client.stock.list({ ...everything, state: 'registered' });
    const [plate = '', nextPlate = ''] = units.map((unit) => unit.plate ?? '');
    await act(supervisor.client.sheets.receive, { kind: 'plate', from: 'NP-000101', to: 'NP-000110' });
    const what = { kind: 'plates', plate, number: '', owner: buyer.name, idNumber: buyer.idNumber, phone: '' } as const;
    const noSerial = act(clerk.client.shelf.put, { what, place: 'P-1', locale: 'en' });
    expect((await refusalOf(noSerial)).code).toBe('plate.serial-needed');
    const put = (serials: readonly [string, string]) => {
      const plates = [plate, nextPlate].map((mark, index) => ({ plate: mark, serial: serials[index] ?? '' }));
      return act(clerk.client.shelf.putPlates, { plates, place: 'P-1', locale: 'en' });
    };
    for (const serials of [
      ['NP-000101', 'NP-000101'],
      ['NP-000101', 'NP-000999'],
    ] as const)
      expect((await refusalOf(put(serials))).code).toBe('plate.serial-not-here');
    expect((await clerk.client.stock.sum({})).counts).toMatchObject({ registered: 2, plated: 0 });
    expect(await put(['NP-000101', 'np-000102'])).toEqual({ count: 2 });
    expect((await clerk.client.stock.sum({})).counts).toMatchObject({ registered: 0, plated: 2 });
    expect((await refusalOf(put(['NP-000103', 'NP-000104']))).code).toBe('stock.wrong-state');
    expect(await clerk.client.sheets.stock({ kind: 'plate' })).toMatchObject({ left: 8, next: 'NP-000103', ranges: [{ used: 2 }] });
    expect(await clerk.client.sheets.stock({ kind: 'logbook' })).toMatchObject({ keeps: false, ranges: [] });
    const { items } = await clerk.client.shelf.look({ code: plate });
    expect(items.map(({ number, place }) => [number, place])).toEqual([['NP-000101', 'P-1']]);
    const itemId = items[0]?.id ?? '';
    const back = (await clerk.client.shelf.look({ code: nextPlate })).items[0]?.id ?? '';
    await act(clerk.client.shelf.sendBack, { id: back, reason: 'wrong-office', note: '' });
    expect((await clerk.client.stock.sum({})).counts).toMatchObject({ registered: 1, plated: 1 });
    const proof = { method: 'typed-name', typedName: buyer.name } as const;
    const collector = { name: buyer.name, idNumber: buyer.idNumber };
    await act(clerk.client.shelf.handOver, { what: { itemId }, collector, letter: null, proof, isOldBookIn: false });
    await allSent(clerk);
    const { counts, takenIn } = await clerk.client.stock.sum({});
    expect(counts).toEqual({
      'in-stock': 1,
      sold: 0,
      registered: 1,
      plated: 0,
      'handed-over': 1,
      withdrawn: 1,
      elsewhere: 0,
    });
    expect(takenIn).toBe(4);
    const other = await openOffice();
    const far = await other.signedIn('clerk');
    await eventually(far, async () => expect(await statesOf(far, 1, 4)).toEqual(await statesOf(clerk, 1, 4)));
  });

  it('is sold once: of two PCs that sell the same motorcycle, the second gets a conflict, and its own sale is undone', async () => {
    const [one, two] = [await openOffice(), await openOffice()];
    const dealerId = await addDealer(one);
    const [first, second] = [await one.signedIn('clerk'), await two.signedIn('clerk')];
    await takeInFile(first, dealerId, [unsold(21), unsold(22)]);
    await allSent(first);
    await eventually(second, async () => expect(await statesOf(second, 21, 2)).toEqual(['in-stock', 'in-stock']));
    const ids = await idsOf(second, 21, 2);
    // Neither PC hears of the other before both have sold.
    for (const { client } of [await one.signedIn('supervisor'), await two.signedIn('supervisor')])
      await client.office.cutLine({ cut: true });
    await act(first.client.stock.sell, { unitIds: ids.slice(0, 1), buyer, collectionPoint: 'Nairobi', batchId: null });
    const late = await act(second.client.stock.sell, {
      unitIds: ids,
      buyer: { ...buyer, name: 'Halima Noor' },
      collectionPoint: 'Nairobi',
      batchId: null,
    });
    await first.client.office.cutLine({ cut: false });
    await allSent(first);
    await second.client.office.cutLine({ cut: false });
    await eventually(second, async () => expect((await second.client.queue.list({})).map(({ state }) => state)).toEqual(['conflict']));
    await eventually(second, async () => expect(await statesOf(second, 21, 2)).toEqual(['sold', 'in-stock']));
    const [card] = await second.client.queue.list({});
    expect(card?.reason).toMatchObject({
      code: 'conflict',
      facts: { state: 'sold', buyer: buyer.name, batch: expect.stringMatching(/^B-/u) },
    });
    const { units } = await second.client.stock.list({ ...everything, state: 'sold' });
    expect(units.map(({ sale }) => sale?.buyerName)).toEqual([buyer.name]);
    expect(await second.client.batches.get({ id: late.batchId })).toMatchObject({ batch: { counts: { good: 0, bad: 0, aside: 2 } } });
  });

  it('is one motorcycle’s only place: taken in at two PCs while the line is down, it counts once', async () => {
    const [one, two] = [await openOffice(), await openOffice()];
    const [dealerOne, dealerTwo] = [await addDealer(one), await addDealer(two)];
    const [first, second] = [await one.signedIn('clerk'), await two.signedIn('clerk')];
    await takeInFile(first, dealerOne, [unsold(31)]);
    await second.client.office.cutLine({ cut: true });
    await takeInFile(second, dealerTwo, [unsold(31), unsold(32)]);
    await allSent(first);
    await second.client.office.cutLine({ cut: false });
    await allSent(second);
    await eventually(second, async () => {
      const { units } = await second.client.stock.list({ ...everything, text: unsold(31).chassis ?? '' });
      expect(units.map(({ state }) => state).toSorted()).toEqual(['elsewhere', 'in-stock']);
    });
  });
});

describe('the serials of plates', { timeout: 120_000 }, () => {
  it('are given once in the country: of two PCs with the same pack, each giving one of it to a mark, the second is told that one is false', async () => {
    const [one, two] = [await openOffice(), await openOffice()];
    const desks = [await one.signedIn('supervisor'), await two.signedIn('supervisor')] as const;
    const give = ({ client }: Desk, plate: string, number: string) => {
      const what = { kind: 'plates', plate, number, owner: buyer.name, idNumber: buyer.idNumber, phone: '' } as const;
      return act(client.shelf.put, { what, place: 'P-1', locale: 'en' });
    };
    for (const { client } of desks) {
      await client.office.cutLine({ cut: true });
      await act(client.sheets.receive, { kind: 'plate', from: 'NP-000201', to: 'NP-000204' });
    }
    const [first, second] = desks;
    await give(first, 'KMGX 001A', 'NP-000201');
    await give(second, 'KMGX 002A', 'NP-000202');
    await give(second, 'KMGX 003A', 'NP-000201');
    await first.client.office.cutLine({ cut: false });
    await allSent(first);
    await second.client.office.cutLine({ cut: false });
    const refused = async () =>
      (await second.client.queue.list({})).flatMap(({ kind, state, reason }) =>
        state === 'refused' ? [`${kind} ${reason?.facts['code'] ?? ''}`] : [],
      );
    await eventually(second, async () =>
      expect((await refused()).toSorted()).toEqual(['sheets.receive sheet.range-elsewhere', 'shelf.put plate.serial-given']),
    );
    // What the hub knows as another PC's is given out here no more.
    expect((await refusalOf(give(second, 'KMGX 004A', 'NP-000203'))).code).toBe('sheet.range-elsewhere');
    const sendBack = async ({ client }: Desk, plate: string) => {
      const [item] = (await client.shelf.look({ code: plate })).items;
      await act(client.shelf.sendBack, { id: item?.id ?? '', reason: 'recalled', note: '' });
    };
    await sendBack(second, 'KMGX003A');
    expect(await refused()).toEqual(['sheets.receive sheet.range-elsewhere']);
    // Sent back, it is still the plate of its mark, and of no other.
    await sendBack(first, 'KMGX001A');
    expect((await refusalOf(give(first, 'KMGX 004A', 'NP-000201'))).code).toBe('plate.serial-not-here');
    await give(first, 'KMGX 001A', 'np-000201');
    await allSent(first);
  });
});

describe('the list of a long stock', { timeout: 120_000 }, () => {
  it('is leafed through by pages from either end, and every motorcycle stands on one page', async () => {
    const core = await openTestCore();
    const dealerId = await addDealer(core);
    const clerk = await core.signedIn('clerk');
    const rows = trials(450, 19_950);
    for (let first = 0; first < rows; first += 2_000)
      await takeInFile(
        clerk,
        dealerId,
        Array.from({ length: Math.min(2_000, rows - first) }, (_, n) => unsold(1_001 + first + n)),
      );
    const { client } = clerk;
    const forward = await leaf(client, 'start');
    const backward = await leaf(client, 'end');
    const chassis = (pages: readonly Part[]) => pages.flatMap(({ units }) => units.map((unit) => unit.chassis));
    expect(forward.map(({ total }) => total)).toEqual(forward.map(() => rows));
    expect(forward.map(({ before }) => before)).toEqual(forward.map((_, page) => page * 200));
    expect(backward.at(-1)?.before).toBe(0);
    expect(new Set(chassis(forward)).size).toBe(rows);
    expect(chassis(backward.toReversed())).toEqual(chassis(forward));

    const middle = forward[1]?.units[7];
    for (const text of [middle?.chassis.slice(-9) ?? '', middle?.engineNumber.toLowerCase() ?? ''])
      expect((await client.stock.list({ ...everything, text })).units.map(({ id }) => id)).toContain(middle?.id);
    await act(client.stock.withdraw, { unitIds: [middle?.id ?? ''], reason: 'stolen', note: '' });
    const gone = await client.stock.list({ ...everything, state: 'withdrawn', from: 'end' });
    expect([gone.units.map(({ id }) => id), gone.total, gone.before]).toEqual([[middle?.id], 1, 0]);
  });
});

describe('another dealer’s clerk', { timeout: 120_000 }, () => {
  it('sees nothing of a stock that is not their own dealer’s, and can do nothing with it', async () => {
    const core = await openOffice();
    const [own, others] = [await addDealer(core), await addDealer(core)];
    const [clerk, dealerClerk] = [await core.signedIn('clerk'), await core.signedIn('dealer-clerk')];
    await takeInFile(clerk, own, [unsold(41)]);
    await takeInFile(clerk, others, [unsold(42)]);
    expect((await refusalOf(dealerClerk.client.stock.list(everything))).code).toBe('batch.no-dealer');
    const { id: userId } = (await dealerClerk.client.people.seat({})).user ?? { id: '' };
    await act((await core.signedIn('supervisor')).client.batches.placeClerk, { userId, dealerId: own });

    for (const text of ['', unsold(41).chassis ?? '', unsold(42).chassis?.slice(0, 8) ?? '']) {
      const { units, total, before } = await dealerClerk.client.stock.list({ ...everything, text, from: 'end' });
      expect([units.map(({ chassis }) => chassis), total, before]).toEqual([[unsold(41).chassis], 1, 0]);
    }
    expect((await dealerClerk.client.stock.list({ ...everything, text: unsold(42).chassis ?? '' })).total).toBe(0);
    expect(await dealerClerk.client.stock.sum({})).toMatchObject({ counts: { 'in-stock': 1 }, takenIn: 1, models: [{ count: 1 }] });
    const [theirs = ''] = await idsOf(clerk, 42, 1);
    const { stock } = dealerClerk.client;
    const tries = [
      act(stock.takeIn, { dealerId: others, texts: unsold(43) }),
      stock.readFile({ dealerId: others, file: csvOf([unsold(43)]), readId: newId() }),
      act(stock.sell, { unitIds: [theirs], buyer, collectionPoint: 'Nairobi', batchId: null }),
      act(stock.withdraw, { unitIds: [theirs], reason: 'stolen', note: '' }),
      stock.saleChoices({ unitId: theirs }),
    ];
    for (const tried of tries) expect((await refusalOf(tried)).code).toBe('act.not-found');
  });
});
