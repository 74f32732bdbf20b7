import { findDealer, seenDealer, type Dealer } from '../batches/service.ts';
import type { QueryContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { findByPlate, findStockUnit, listStock, type KnownStockUnit } from './store.ts';

/** Records of one motorcycle that left and came again; more are more than one motorcycle. */
const mostAlike = 20;

type Asker = Pick<QueryContext, 'db' | 'actor'>;

/** PIN of the dealer whose stock the asker sees; null sees all. */
export function seenPin(cx: Asker): string | null {
  const dealerId = seenDealer(cx);
  return dealerId === null ? null : getDealer(cx, dealerId).kraPin;
}

/** A dealer for whom the asker may act. */
export function seenDealerById(cx: Asker, dealerId: string): Dealer {
  const own = seenDealer(cx);
  if (own !== null && own !== dealerId) throw new AppError('act.not-found', { what: 'dealer' });
  return getDealer(cx, dealerId);
}

function getDealer({ db }: Asker, dealerId: string): Dealer {
  const dealer = findDealer(db, dealerId);
  if (!dealer) throw new AppError('act.not-found', { what: 'dealer' });
  return dealer;
}

/** Another dealer's motorcycle is told from none by nobody. */
export function seenUnit(cx: Asker, id: string): KnownStockUnit {
  const unit = findStockUnit(cx.db, id);
  const only = seenPin(cx);
  if (!unit || (only !== null && unit.dealerPin !== only)) throw new AppError('act.not-found', { what: 'stock-unit' });
  return unit;
}

/** The motorcycle of the asker's stock that was registered with this mark. */
export function registeredUnit(cx: Asker, plate: string): KnownStockUnit {
  const unit = findByPlate(cx.db, plate);
  if (!unit) throw new AppError('stock.none-like', { text: plate });
  return seenUnit(cx, unit.id);
}

/** The one motorcycle that bears this number, or the only one whose chassis, engine or plate has it in it; what left the stock is none. */
export function unitByNumber(cx: Asker, text: string): KnownStockUnit {
  const anything = { dealerPin: seenPin(cx), text, state: null, model: null, from: null, before: null, lackingSince: null };
  const found = listStock(cx.db, anything, { from: 'end', beyond: null, limit: mostAlike });
  const here = found.filter(({ state }) => state !== 'withdrawn' && state !== 'elsewhere');
  const [first, second] = here;
  if (!first) throw new AppError('stock.none-like', { text });
  if (second) throw new AppError('stock.several-like', { text });
  return first;
}

/** Motorcycles of one dealer, each in the state from which this act goes on. */
export function seenUnits(
  cx: Asker,
  ids: readonly string[],
  state: KnownStockUnit['state'],
): readonly [KnownStockUnit, ...KnownStockUnit[]] {
  const [first, ...rest] = [...new Set(ids)].map((id) => seenUnit(cx, id));
  if (!first) throw new AppError('act.not-found', { what: 'stock-unit' });
  for (const unit of [first, ...rest]) {
    if (unit.state !== state) throw new AppError('stock.wrong-state', { chassis: unit.chassis, state: unit.state });
    if (unit.dealerPin !== first.dealerPin) throw new AppError('stock.two-dealers', { chassis: unit.chassis });
  }
  return [first, ...rest];
}
