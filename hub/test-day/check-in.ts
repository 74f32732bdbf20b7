import type * as z from 'zod';
import type { payloads } from '#shared/protocol/messages.ts';
import { applied, type ActContext, type ActOutcome } from '../acts/act.ts';
import { publish } from '../changes/publish.ts';
import { bookingOnItsDay, isBooking } from './on-the-day.ts';
import { noteCame } from './tested-booking.ts';

/** A candidate came: the other PCs of the office that runs the centre learn of it. Who was checked in at two PCs came once. */
export async function checkIn(cx: ActContext, { bookingId, at, way }: z.output<(typeof payloads)['testDay.checkIn']>): Promise<ActOutcome> {
  const booking = await bookingOnItsDay(cx, bookingId);
  if (!isBooking(booking)) return booking;
  if (booking.cameAt !== null) return applied;
  const { sql, entry } = cx;
  await noteCame(sql, bookingId, at);
  const body = { bookingId, at, way, clerkId: entry.actor.id, clerkName: entry.actor.name };
  await publish(sql, { audience: `office:${booking.runBy}`, kind: 'test-check-in', key: bookingId, body });
  return applied;
}
