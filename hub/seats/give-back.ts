import type * as z from 'zod';
import type { payloads } from '#shared/protocol/messages.ts';
import { applied, refused, type ActContext, type ActOutcome } from '../acts/act.ts';
import { findLease, returnSeats } from './seat-store.ts';

type Payload = z.output<(typeof payloads)['seats.giveBack']>;

/** Takes seats back that their device will not book on any more; they may be lent again at once. */
export async function giveSeatsBack({ sql, device, entry }: ActContext, { returns }: Payload): Promise<ActOutcome> {
  for (const { leaseId, seats } of returns) {
    const lease = await findLease(sql, leaseId);
    if (!lease) return refused('seat.unknown-lease');
    if (lease.deviceId !== device.id || lease.epoch !== entry.epoch) return refused('seat.other-device');
    await returnSeats(sql, leaseId, seats);
  }
  return applied;
}
