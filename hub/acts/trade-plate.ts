import type * as z from 'zod';
import type { payloads } from '#shared/protocol/messages.ts';
import { actForDealer } from '../register/stock-store.ts';
import { insertMovement, lockMovement, tellMovement, updateMovement } from '../register/trade-store.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

type Payload<K extends keyof typeof payloads> = z.output<(typeof payloads)[K]>;

/** What was on the road was on the road: even a plate that another PC has out as well is written down, and every PC shows it. */
export async function sendTradePlateOut(
  { sql, device }: ActContext,
  { dealer, movement }: Payload<'tradePlates.goOut'>,
): Promise<ActOutcome> {
  await actForDealer(sql, dealer.kraPin);
  if (await insertMovement(sql, device.officeCode, { dealer, movement })) await tellMovement(sql, device.officeCode, { dealer, movement });
  return applied;
}

/** The first return that the hub hears of stands. */
export async function bringTradePlateBack(
  { sql, device }: ActContext,
  { dealerPin, movementId, back }: Payload<'tradePlates.comeBack'>,
): Promise<ActOutcome> {
  await actForDealer(sql, dealerPin);
  const found = await lockMovement(sql, movementId);
  if (!found) return refused('act.not-found', { what: 'trade-movement' });
  if (found.movement.back === null) {
    const returned = { ...found, movement: { ...found.movement, back } };
    await updateMovement(sql, returned);
    await tellMovement(sql, device.officeCode, returned);
  }
  return applied;
}
