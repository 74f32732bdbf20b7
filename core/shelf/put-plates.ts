import type * as z from 'zod';
import type { shelf } from '#shared/contract/shelf.ts';
import { normalisePlate } from '#shared/domain/plate.ts';
import type { CommandContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { registeredUnit } from '../stock/service.ts';
import { findVehicle } from '../vehicles/service.ts';
import { knownPlace, shelve, subjectOf } from './shelve.ts';

type Input = z.output<(typeof shelf)['putPlates']['input']>;

/** A delivery of plates is put down in one act; the journal has an entry for each, since each is handed over by itself. */
export function putPlates(cx: CommandContext, { plates, place: typed, locale }: Input): { readonly count: number } {
  const place = knownPlace(typed);
  const put = plates.map(({ plate: text, serial }) => {
    const { plate, owner } = waiting(cx, text);
    const what = { kind: 'plates', plate, number: serial, owner, idNumber: '', phone: '' } as const;
    const { item, payload } = shelve(cx, { what, place, locale });
    cx.recordBefore('shelf.put', payload, subjectOf(item));
    return { itemId: item.id, plate, serial: payload.plateSerial };
  });
  cx.setPayload({ place, plates: put });
  return { count: put.length };
}

/** A motorcycle of the stock that has its mark and no plates yet; the register's own word on whose it is counts before the sale's. */
function waiting(cx: CommandContext, text: string): { readonly plate: string; readonly owner: string } {
  const plate = normalisePlate(text);
  const unit = registeredUnit(cx, plate);
  if (unit.state !== 'registered') throw new AppError('stock.wrong-state', { chassis: unit.chassis, state: unit.state });
  return { plate, owner: findVehicle(cx.db, plate) ? '' : (unit.sale?.buyerName ?? '') };
}
