import type * as z from 'zod';
import type { StockState } from '#shared/domain/stock-unit.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { actForDealer, insertStock, lockStock, moveStock, newUnit, tellStock, type StoredStock } from '../register/stock-store.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

type Payload<K extends keyof typeof payloads> = z.output<(typeof payloads)[K]>;

/** Motorcycles came to a dealer. One that is in stock already, whoever's, is told back as `elsewhere`; the others are taken in. */
export async function takeInStock({ sql, device }: ActContext, { dealer, units, at }: Payload<'stock.takeIn'>): Promise<ActOutcome> {
  const { officeCode } = device;
  await actForDealer(sql, dealer.kraPin);
  const taken = await insertStock(sql, { officeCode, dealer, units, at });
  const told = units.map((unit): StoredStock => {
    const inStock = newUnit(unit, at);
    return { dealer, unit: taken.has(unit.id) ? inStock : { ...inStock, state: 'elsewhere' } };
  });
  await tellStock(sql, officeCode, told);
  return applied;
}

/** All motorcycles of a sale, or none: where another PC sold one of them first, a person has to decide who gets which. */
export async function sellStock(cx: ActContext, { dealerPin, unitIds, sale }: Payload<'stock.sell'>): Promise<ActOutcome> {
  const found = await standing(cx, { dealerPin, unitIds, state: 'in-stock' });
  if ('outcome' in found) return found;
  await moveStock(
    cx.sql,
    cx.device.officeCode,
    found.units.map(({ dealer, unit }) => ({ dealer, unit: { ...unit, state: 'sold', sale, changedAt: sale.soldAt } })),
  );
  return applied;
}

/** What is under review or registered cannot be taken back from its buyer. */
export async function cancelStockSale(cx: ActContext, { dealerPin, unitIds, at }: Payload<'stock.cancelSale'>): Promise<ActOutcome> {
  const found = await standing(cx, { dealerPin, unitIds, state: 'sold' });
  if ('outcome' in found) return found;
  const chassis = found.units.map(({ unit }) => unit.chassis);
  const underWay = await cx.sql.query<{ chassis: string }>(
    `SELECT body ->> 'chassis' AS chassis FROM batch_unit
     WHERE application_id = ANY ($1::uuid[]) AND body ->> 'chassis' = ANY ($2::text[]) AND state IN ('in-review', 'registered') LIMIT 1`,
    found.units.flatMap(({ unit }) => unit.sale?.batchId ?? []),
    chassis,
  );
  const [first] = underWay;
  if (first) return refused('stock.on-its-way', { chassis: first.chassis, batch: '' });
  await moveStock(
    cx.sql,
    cx.device.officeCode,
    found.units.map(({ dealer, unit }) => ({ dealer, unit: { ...unit, state: 'in-stock', sale: null, changedAt: at } })),
  );
  return applied;
}

export async function withdrawStock(cx: ActContext, { dealerPin, unitIds, at }: Payload<'stock.withdraw'>): Promise<ActOutcome> {
  const found = await standing(cx, { dealerPin, unitIds, state: 'in-stock' });
  if ('outcome' in found) return found;
  await moveStock(
    cx.sql,
    cx.device.officeCode,
    found.units.map(({ dealer, unit }) => ({ dealer, unit: { ...unit, state: 'withdrawn', changedAt: at } })),
  );
  return applied;
}

interface Wanted {
  readonly dealerPin: string;
  readonly unitIds: readonly string[];
  readonly state: StockState;
}

/** The motorcycles of an act, or why it cannot be done: not this dealer's, or moved on by another PC meanwhile. */
async function standing(
  { sql, device }: ActContext,
  { dealerPin, unitIds, state }: Wanted,
): Promise<{ readonly units: readonly StoredStock[] } | ActOutcome> {
  await actForDealer(sql, dealerPin);
  const units = await lockStock(sql, unitIds);
  if (units.length < new Set(unitIds).size) return refused('stock.unknown', { dealer: dealerPin });
  const moved = units.find(({ unit }) => unit.state !== state)?.unit;
  if (!moved) return { units };
  return {
    outcome: 'conflict',
    what: moved.chassis,
    who: moved.sale?.soldBy ?? '',
    office: device.officeCode,
    when: moved.changedAt,
    facts: { chassis: moved.chassis, state: moved.state, buyer: moved.sale?.buyerName ?? '', batch: moved.sale?.batchNumber ?? '' },
  };
}
