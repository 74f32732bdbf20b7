import { isSamePlace, nextSeat, type LeasedSeat, type SeatPlace } from '#shared/domain/seat-lease.ts';
import type { CommandContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { listLeases, type SeatClock } from '../seats/service.ts';

/** The next seat of this device's leases that can be given away for good now; undefined where there is none. */
export function findSeatAtHand(
  { db, now, office }: Pick<CommandContext, 'now' | 'office' | 'db'>,
  clock: SeatClock,
  place: SeatPlace,
): LeasedSeat | undefined {
  const trusted = clock();
  if (trusted === null) throw new AppError('seat.clock-set-back');
  const { deviceId, epoch } = office;
  // The hub judges the entry's own time, so a lease counts from its beginning by that time too.
  const leases = listLeases(db, { from: place.day, to: place.day, of: place }).filter(
    (lease) => isSamePlace(lease, place) && lease.from <= now,
  );
  return nextSeat(leases, { deviceId, epoch, at: trusted > now ? trusted : now }) ?? undefined;
}

export function getSeatAtHand(cx: Pick<CommandContext, 'now' | 'office' | 'db'>, clock: SeatClock, place: SeatPlace): LeasedSeat {
  const next = findSeatAtHand(cx, clock, place);
  if (!next) throw new AppError('seat.none-left', { ...place });
  return next;
}
