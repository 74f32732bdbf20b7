import type * as z from 'zod';
import type { stock } from '#shared/contract/stock.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { saleCells } from '#shared/domain/stock-unit.ts';
import { addSaleRows, batchForSale, findDealerByPin, isOnItsWay, setSaleAside } from '../batches/service.ts';
import type { CommandContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { seenUnits } from './access.ts';
import { markSold, markState } from './store.ts';

type Input<K extends keyof typeof stock> = z.output<(typeof stock)[K]['input']>;
type Output<K extends keyof typeof stock> = z.input<(typeof stock)[K]['output']>;

/** Names the buyer; what is wrong with a buyer's particulars is mended in the batch, where it is shown at its cell. */
export function sell(
  cx: CommandContext,
  { unitIds, buyer, collectionPoint, batchId }: Input<'sell'>,
  reference: Reference,
): Output<'sell'> {
  const units = seenUnits(cx, unitIds, 'in-stock');
  const dealer = findDealerByPin(cx.db, units[0].dealerPin);
  if (!dealer) throw new AppError('act.not-found', { what: 'dealer' });
  const batch = batchForSale(cx, dealer, batchId);
  const sale = { batchId: batch.id, batchNumber: batch.number, buyerName: buyer.name, soldAt: cx.now, soldBy: cx.actor.name };
  for (const { id } of units) markSold(cx.db, id, { sale, entryId: cx.entryId });
  const toMend = addSaleRows(cx, batch.id, { sold: units.map((unit) => saleCells(unit, buyer, collectionPoint)), reference });
  cx.setSubject(`batch:${batch.id}`);
  cx.setPayload({ dealerPin: dealer.kraPin, unitIds: units.map(({ id }) => id), sale });
  cx.announce('stock', 'batches');
  return { batchId: batch.id, batchNumber: batch.number, units: units.length, toMend };
}

export function cancelSale(cx: CommandContext, { unitIds, reason }: Input<'cancelSale'>): Output<'cancelSale'> {
  const units = seenUnits(cx, unitIds, 'sold');
  for (const { id, chassis, sale } of units) {
    if (sale && isOnItsWay(cx.db, sale.batchId, chassis)) throw new AppError('stock.on-its-way', { chassis, batch: sale.batchNumber });
    if (sale) setSaleAside(cx.db, sale.batchId, { chassis, at: cx.now });
    markState(cx.db, id, { state: 'in-stock', at: cx.now, entryId: cx.entryId });
  }
  cx.setSubject(`batch:${units[0].sale?.batchId ?? ''}`);
  cx.setPayload({ dealerPin: units[0].dealerPin, unitIds: units.map(({ id }) => id), reason, at: cx.now });
  cx.announce('stock', 'batches');
  return { units: units.length };
}

export function withdraw(cx: CommandContext, { unitIds, reason, note }: Input<'withdraw'>): Output<'withdraw'> {
  const units = seenUnits(cx, unitIds, 'in-stock');
  if (reason === 'other' && note.trim().length < 3) throw new AppError('stock.reason-missing');
  for (const { id } of units) markState(cx.db, id, { state: 'withdrawn', at: cx.now, entryId: cx.entryId });
  cx.setSubject(`stock:${units[0].id}`);
  cx.setPayload({ dealerPin: units[0].dealerPin, unitIds: units.map(({ id }) => id), reason, note, at: cx.now });
  cx.announce('stock');
  return { units: units.length };
}
