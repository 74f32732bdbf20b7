import type * as z from 'zod';
import { builtInTerms, leaseEnd, relendFrom, type SeatLease } from '#shared/domain/seat-lease.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { applied, type ActContext, type ActOutcome } from '../acts/act.ts';
import { publish } from '../changes/publish.ts';
import { findLease, lendSeats, seatsOfSession } from './seat-store.ts';

type Payload = z.output<(typeof payloads)['seats.ask']>;

/** Lends seats to the device that asks, as many as there are. Each ask is answered by a lease, an empty one where none are left. */
export async function askForSeats(cx: ActContext, { asks }: Payload): Promise<ActOutcome> {
  for (const ask of asks) {
    if (!(await findLease(cx.sql, ask.leaseId))) await lend(cx, ask);
  }
  return applied;
}

async function lend({ sql, device, entry, now }: ActContext, { count, ...ask }: Payload['asks'][number]): Promise<void> {
  const until = leaseEnd(ask.day, now, builtInTerms);
  const seats = until === null ? undefined : await seatsOfSession(sql, ask);
  const lease: SeatLease = { ...ask, deviceId: device.id, epoch: entry.epoch, seats: [], from: now, until: until ?? now };
  const { officeCode } = device;
  const lendableFrom = relendFrom(lease.until, builtInTerms);
  const lent = seats === undefined ? [] : await lendSeats(sql, { lease, officeCode, count, seats, lendableFrom });
  await publish(sql, { audience: `office:${officeCode}`, kind: 'seat-lease', key: ask.leaseId, body: { ...lease, seats: [...lent] } });
}
