import type * as z from 'zod';
import type { tradePlates } from '#shared/contract/trade-plates.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { checkTradePlate, isRoadTime, type TradeMovement } from '#shared/domain/trade-plate.ts';
import type { CommandContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { dealerOfStock, unitByNumber, type KnownStockUnit } from '../stock/service.ts';
import { findOutByChassis, findOutByPlate, putMovement } from './store.ts';

type Input = z.output<(typeof tradePlates)['goOut']['input']>;

/** Writes a motorcycle out on a KD plate: once at a time, by day, and only what has no plate of its own. */
export function goOut(cx: CommandContext, { plate: typed, chassis: number, purpose, destination, driver }: Input) {
  const plate = knownTradePlate(typed);
  if (!isRoadTime(cx.now)) throw new AppError('trade-plate.hours', { plate: displayPlate(plate) });
  refuseOut(cx, plate);
  const unit = unitByNumber(cx, number);
  refuseUnit(cx, unit);
  const { make, model, chassis, dealerPin } = unit;
  const movement: TradeMovement = {
    id: cx.newId(),
    plate,
    chassis,
    vehicle: `${make} ${model}`,
    purpose,
    destination: destination.trim(),
    driver: { name: driver.name.trim(), idNumber: driver.idNumber.trim().toUpperCase() },
    outAt: cx.now,
    outBy: cx.actor.name,
    back: null,
  };
  putMovement(cx.db, dealerPin, movement);
  cx.setSubject(`trade-movement:${movement.id}`);
  cx.setPayload({ dealer: dealerOfStock(cx.db, dealerPin), movement });
  cx.announce('stock');
  return { id: movement.id, plate, chassis };
}

function knownTradePlate(typed: string): string {
  const plate = checkTradePlate(typed);
  if (!plate.ok) throw new AppError(plate.problem.code, plate.problem.facts);
  return plate.value;
}

function refuseOut({ db }: CommandContext, plate: string): void {
  const out = findOutByPlate(db, plate);
  if (!out) return;
  throw new AppError('trade-plate.out', { plate: displayPlate(plate), chassis: out.chassis, driver: out.driver.name, at: out.outAt });
}

function refuseUnit({ db }: CommandContext, { chassis, state }: KnownStockUnit): void {
  if (state !== 'in-stock' && state !== 'sold' && state !== 'registered')
    throw new AppError('trade-plate.vehicle-state', { chassis, state });
  const out = findOutByChassis(db, chassis);
  if (out) throw new AppError('trade-plate.vehicle-out', { chassis, plate: displayPlate(out.plate) });
}
