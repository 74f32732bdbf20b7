import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { StockUnit } from '#shared/domain/stock-unit.ts';
import type { DeviceDouble } from '../support/device.ts';
import { codeOf, useThreeOffices } from './three-offices.ts';

const offices = useThreeOffices('pglite');

let metal = 0;
function newFacts() {
  metal += 1;
  return {
    id: newId(),
    chassis: `MD2A57AZ${200_000_000 + metal}`,
    engineNumber: `DZZWTS${String(metal).padStart(5, '0')}`,
    make: 'Bajaj',
    model: 'Boxer BM150',
    ratingCc: 150,
    yearOfManufacture: 2026,
    colour: 'Red',
    customsEntry: '2026MSA4410021',
    invoice: 'INV-88120',
  };
}

const dealerOf = (kraPin: string) => ({ name: 'Simba Pikipiki Limited', kraPin, phone: '0722000111' });
const [simba, chui] = ['P051200001Z', 'P051200002Z'];

async function takeIn(device: DeviceDouble, kraPin = simba, facts = newFacts()) {
  const payload = { dealer: dealerOf(kraPin), units: [facts], at: offices().test.now() };
  expect(codeOf(await device.act({ kind: 'stock.takeIn', subject: `stock:${facts.id}`, payload }))).toBe('applied');
  return facts;
}

function sell(device: DeviceDouble, { id, dealerPin = simba }: { readonly id: string; readonly dealerPin?: string | undefined }) {
  const sale = {
    batchId: newId(),
    batchNumber: 'B-KSM01-1A-000001',
    buyerName: 'Juma Barasa',
    soldAt: offices().test.now(),
    soldBy: 'Achieng',
  };
  return device.act({ kind: 'stock.sell', subject: `batch:${sale.batchId}`, payload: { dealerPin, unitIds: [id], sale } });
}

async function toldOf(device: DeviceDouble, id: string): Promise<StockUnit | undefined> {
  return (await offices().newest<{ unit: StockUnit }>(device, 'stock-unit', id))?.unit;
}

describe('the hub’s stock', () => {
  it('is its own dealer’s: no act for another dealer, of another office or of the registrars’ finds it, and no other office is told of it', async () => {
    const { kisumu, nyeri, nairobi } = offices();
    const { id } = await takeIn(kisumu);
    for (const device of [nyeri, nairobi]) {
      expect(codeOf(await sell(device, { id }))).toBe('stock.unknown');
      expect(await toldOf(device, id)).toBeUndefined();
    }
    expect(codeOf(await sell(kisumu, { id, dealerPin: chui }))).toBe('stock.unknown');
    const at = offices().test.now();
    const gone = { dealerPin: chui, unitIds: [id], reason: 'stolen', note: '', at };
    expect(codeOf(await kisumu.act({ kind: 'stock.withdraw', subject: `stock:${id}`, payload: gone }))).toBe('stock.unknown');
    expect((await toldOf(kisumu, id))?.state).toBe('in-stock');
    expect(codeOf(await sell(kisumu, { id }))).toBe('applied');
    expect(codeOf(await sell(kisumu, { id }))).toBe('conflict');
  });

  it('has each motorcycle of the country once: a second dealer’s is told back as elsewhere, and left it may come again', async () => {
    const { kisumu, nyeri } = offices();
    const facts = await takeIn(kisumu);
    const second = await takeIn(nyeri, chui, { ...facts, id: newId() });
    expect((await toldOf(nyeri, second.id))?.state).toBe('elsewhere');
    const gone = { dealerPin: simba, unitIds: [facts.id], reason: 'to-other-dealer', note: '', at: offices().test.now() };
    expect(codeOf(await kisumu.act({ kind: 'stock.withdraw', subject: `stock:${facts.id}`, payload: gone }))).toBe('applied');
    const third = await takeIn(nyeri, chui, { ...facts, id: newId() });
    expect((await toldOf(nyeri, third.id))?.state).toBe('in-stock');
  });
});

describe('the hub’s register of KD plates', () => {
  it('is its own dealer’s: a movement is told to no other office, and comes back by no other office or dealer', async () => {
    const { kisumu, nyeri, nairobi, newest, test } = offices();
    const at = test.now();
    const movement = {
      id: newId(),
      plate: 'KD 123A',
      chassis: 'MD2A57AZ300000001',
      vehicle: 'Bajaj Boxer BM150',
      purpose: 'test-trip' as const,
      destination: 'Athi River',
      driver: { name: 'Otieno Ouma', idNumber: '27104433' },
      outAt: at,
      outBy: 'Achieng',
      back: null,
    };
    const subject = `trade-movement:${movement.id}`;
    const out = { kind: 'tradePlates.goOut' as const, subject, payload: { dealer: dealerOf(simba), movement } };
    expect(codeOf(await kisumu.act(out))).toBe('applied');
    const back = (device: DeviceDouble, dealerPin: string) =>
      device.act({
        kind: 'tradePlates.comeBack',
        subject,
        payload: { dealerPin, movementId: movement.id, back: { at, by: 'Achieng', note: '' } },
      });
    const toldTo = (device: DeviceDouble) => newest<{ movement: { back: unknown } }>(device, 'trade-movement', movement.id);
    for (const device of [nyeri, nairobi]) {
      expect(codeOf(await back(device, simba))).toBe('act.not-found');
      expect(await toldTo(device)).toBeUndefined();
    }
    expect(codeOf(await back(kisumu, chui))).toBe('act.not-found');
    expect((await toldTo(kisumu))?.movement.back).toBeNull();
    expect(codeOf(await back(kisumu, simba))).toBe('applied');
    expect((await toldTo(kisumu))?.movement.back).not.toBeNull();
  });
});
