import type * as z from 'zod';
import type { changeBodies } from '#shared/protocol/messages.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { StockState } from '#shared/domain/stock-unit.ts';
import { findDealerByPin, insertDealer, setSaleAside, type Dealer } from '../batches/service.ts';
import type { CommandContext } from '../context.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { AppError } from '../refusal.ts';
import { endAwaiting, findByPlate, keepTold, listAwaiting, markState, putStockUnit, yieldMetal, type KnownStockUnit } from './store.ts';

export { registeredUnit, seenDealerById, seenPin, unitByNumber } from './access.ts';
export { hasSoldInto, type KnownStockUnit } from './store.ts';

type Told = z.output<(typeof changeBodies)['stock-unit']>;

/** The hub's word on a motorcycle. While an act of this PC on it is on its way, it waits for that act's answer. */
export function putToldStock(db: WriteDb, { dealer, unit }: Told, newId: () => string): void {
  keepDealer(db, dealer, newId);
  if (keepTold(db, unit)) return;
  if (unit.state !== 'withdrawn' && unit.state !== 'elsewhere') yieldMetal(db, unit, unit.changedAt);
  putStockUnit(db, dealer.kraPin, unit);
}

/** Another PC of this office names the dealer by an id of its own. */
export function keepDealer(db: WriteDb, dealer: Told['dealer'], newId: () => string): void {
  if (!findDealerByPin(db, dealer.kraPin)) insertDealer(db, { id: newId(), ...dealer });
}

/** Whose a motorcycle is, as the hub and the dealer's other PCs have to know it. */
export function dealerOfStock(db: ReadDb, dealerPin: string): Omit<Dealer, 'id'> {
  const dealer = findDealerByPin(db, dealerPin);
  if (!dealer) throw new AppError('act.not-found', { what: 'dealer' });
  const { name, kraPin, phone } = dealer;
  return { name, kraPin, phone };
}

const shelfActs = ['shelf.put', 'shelf.putPlates', 'shelf.sendBack', 'shelf.handOver'] as const;
const before = { 'stock.sell': 'in-stock', 'stock.cancelSale': 'sold', 'stock.withdraw': 'in-stock' } as const;
type AwaitedStockAct = (typeof shelfActs)[number] | keyof typeof before;

export function isStockAct(kind: string): kind is AwaitedStockAct {
  return kind in before || shelfActs.some((one) => one === kind);
}

/** Plates lie where the office put them, whatever the hub says of the act. */
function stoodAt(kind: AwaitedStockAct): StockState | undefined {
  return kind in before ? before[kind as keyof typeof before] : undefined;
}

/**
 * What the hub answered to an act on motorcycles. Where it took it, its own word on it is here or comes, and a word from before that is
 * old; where it did not, they stand where it last said, else where they stood.
 */
export function settleStock(
  db: WriteDb,
  { entryId, kind }: { readonly entryId: string; readonly kind: AwaitedStockAct },
  { isTaken, at }: { readonly isTaken: boolean; readonly at: Instant },
): void {
  const awaiting = listAwaiting(db, entryId);
  endAwaiting(db, entryId);
  for (const { unit, told } of awaiting) {
    if (!isTaken && kind === 'stock.sell' && unit.sale) setSaleAside(db, unit.sale.batchId, { chassis: unit.chassis, at });
    const state = stoodAt(kind);
    if (told && (!isTaken || told.changedAt >= unit.changedAt)) putStockUnit(db, unit.dealerPin, told);
    else if (!isTaken && !told && state) markState(db, unit.id, { state, at, entryId: null });
  }
}

type PlateMove = 'registered' | 'plated' | 'handed-over';

/** Plates on the shelf, gone from it again, or in their owner's hands: the hub hears of it by the shelf's own act, and tells every PC. */
export function notePlates({ db, now, entryId }: CommandContext, plate: string, state: PlateMove): void {
  const unit = findByPlate(db, plate);
  if (unit && mayMove(unit, state)) markState(db, unit.id, { state, at: now, entryId });
}

function mayMove({ state }: KnownStockUnit, to: PlateMove): boolean {
  return state === 'plated' ? to !== 'plated' : state === 'registered' && to !== 'registered';
}
