import { maskIdentityNumber } from '#shared/domain/mask.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { isLate } from '#shared/domain/trade-plate.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { AppError } from '../refusal.ts';
import { seenPin } from '../stock/service.ts';
import { goOut } from './go-out.ts';
import { countMovements, findMovement, listMovements, listPlates, markBack, type KnownMovement } from './store.ts';

const longestList = 500;

/** The register of movements on dealers' KD plates. */
export const tradePlateHandlers: FeatureHandlers<'tradePlates'> = {
  list: (cx, { text, onlyOut }) => {
    const filter = { dealerPin: seenPin(cx), text, onlyOut };
    return {
      movements: listMovements(cx.db, filter, longestList).map(shownTo(cx)),
      total: countMovements(cx.db, filter),
      out: countMovements(cx.db, { ...filter, text: '', onlyOut: true }),
    };
  },
  plates: (cx) => ({ plates: [...listPlates(cx.db, seenPin(cx))] }),
  goOut,
  comeBack: (cx, { id, note }) => {
    const movement = seenMovement(cx, id);
    if (movement.back) throw new AppError('trade-plate.not-out', { plate: displayPlate(movement.plate), at: movement.back.at });
    // Another PC wrote it out, and its clock may be ahead of this one's.
    const at = cx.now < movement.outAt ? movement.outAt : cx.now;
    const back = { at, by: cx.actor.name, note: note.trim() };
    markBack(cx.db, id, back);
    cx.setSubject(`trade-movement:${id}`);
    cx.setPayload({ dealerPin: movement.dealerPin, movementId: id, back });
    cx.announce('stock');
    return {};
  },
};

/** Another dealer's movement is told from none by nobody. */
function seenMovement(cx: CommandContext, id: string): KnownMovement {
  const movement = findMovement(cx.db, id);
  const only = seenPin(cx);
  if (!movement || (only !== null && movement.dealerPin !== only)) throw new AppError('act.not-found', { what: 'trade-movement' });
  return movement;
}

function shownTo({ now }: QueryContext) {
  return ({ driver, dealerPin: _dealerPin, ...movement }: KnownMovement) => ({
    ...movement,
    driverName: driver.name,
    driverMaskedId: maskIdentityNumber(driver.idNumber),
    isLate: isLate(movement, now),
  });
}
