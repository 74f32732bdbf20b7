import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '#shared/base/instant.ts';
import type { StockState, StockUnit } from '#shared/domain/stock-unit.ts';
import type { CommandContext } from '#core/context.ts';
import { notePlates, putToldStock, settleStock } from '#core/stock/service.ts';
import { findStockUnit } from '#core/stock/store.ts';
import type { Storage } from '#core/storage.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { makeOffice, removeOffice, withOfficeFile } from '#tests/support/made-office.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await makeOffice(mondayMorning);
}, 120_000);
afterAll(() => removeOffice(dataDir));

const dealer = { name: 'Simba Pikipiki Limited', kraPin: 'P051200099Z', phone: '0722000111' };
const minute = (n: number) => instantOf(mondayMorning + n * 60_000);
let made = 0;

/** A registered motorcycle as the hub told it at minute 0, in an office where one act may follow the other. */
function registered(storage: Storage) {
  made += 1;
  const number = `MD2A57AZ9TWC${String(made).padStart(5, '0')}`;
  const unit: StockUnit = {
    id: newId(),
    state: 'registered',
    chassis: number,
    engineNumber: `E${number}`,
    make: 'BAJAJ',
    model: 'BOXER BM150',
    ratingCc: 150,
    yearOfManufacture: 2026,
    colour: 'RED',
    customsEntry: '2026MSA1234567',
    invoice: 'INV-1',
    takenInAt: minute(0),
    sale: null,
    plate: `KMGA${String(made).padStart(3, '0')}A`,
    registeredAt: minute(0),
    changedAt: minute(0),
  };
  const tell = (state: StockState, at: number) =>
    storage.transact((db) => putToldStock(db, { dealer, unit: { ...unit, state, changedAt: minute(at) } }, newId));
  tell('registered', 0);
  return {
    tell,
    put: (state: 'registered' | 'plated' | 'handed-over', at: number) => {
      const entryId = newId();
      storage.transact((db) => notePlates({ db, now: minute(at), entryId } as CommandContext, unit.plate ?? '', state));
      return (kind: 'shelf.put' | 'shelf.handOver', isTaken: boolean) =>
        storage.transact((db) => settleStock(db, { entryId, kind }, { isTaken, at: minute(at + 9) }));
    },
    state: () => findStockUnit(storage.reader, unit.id)?.state,
  };
}

it('plates that were handed over stay so while the hub still tells of an earlier act', () =>
  withOfficeFile(dataDir, (storage) => {
    const { tell, put, state } = registered(storage);
    const answerPut = put('plated', 1);
    const answerHandOver = put('handed-over', 2);
    answerPut('shelf.put', true);
    tell('plated', 1);
    expect(state()).toBe('handed-over');
    answerHandOver('shelf.handOver', true);
    expect(state()).toBe('handed-over');
    tell('handed-over', 2);
    expect(state()).toBe('handed-over');
  }));

it('the hub’s word on the act itself counts, also where it comes before the answer and says otherwise', () =>
  withOfficeFile(dataDir, (storage) => {
    const { tell, put, state } = registered(storage);
    const answer = put('plated', 1);
    tell('handed-over', 1);
    expect(state()).toBe('plated');
    answer('shelf.put', true);
    expect(state()).toBe('handed-over');
  }));

it('what the hub did not take gives way to what it last told, however old that is', () =>
  withOfficeFile(dataDir, (storage) => {
    const { tell, put, state } = registered(storage);
    const answer = put('plated', 2);
    tell('handed-over', 1);
    answer('shelf.put', false);
    expect(state()).toBe('handed-over');
  }));
