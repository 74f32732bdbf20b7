import { instantPlusMs, type Instant } from '../base/instant.ts';
import { lastEnd, unusedSeats, usableSeats, type HeldLease, type LeaseMoment, type LeaseTerms, type SeatPlace } from './seat-lease.ts';

/** How many seats of one place a device keeps at hand. No source (DOMAIN §6.2: slots per day not found), so the figures are Kaunta's. */
export interface PoolTerms {
  /** It asks for more before it has fewer than these. */
  readonly lowWater: number;
  /** Up to so many. */
  readonly full: number;
  /** A lease that ends sooner is renewed while the line is there, where its day allows a later end. */
  readonly renewBeforeMs: number;
  /** What is still unused so long before the last end goes back, so that another office can use it. */
  readonly returnBeforeMs: number;
}

const hourMs = 60 * 60_000;
export const builtInPool: PoolTerms = { lowWater: 2, full: 5, renewBeforeMs: 72 * hourMs, returnBeforeMs: 2 * hourMs };

/** What a device does about its seats of one place. */
export interface PoolPlan {
  /** How many more to ask the hub for. */
  readonly ask: number;
  readonly giveBack: readonly { readonly leaseId: string; readonly seats: readonly number[] }[];
}

export interface PoolFacts {
  readonly place: SeatPlace;
  readonly leases: readonly HeldLease[];
  readonly moment: LeaseMoment;
  /** The office books there, so seats are to be at hand. */
  readonly isUsed: boolean;
  /** Asked for already, and not answered. */
  readonly isAsked: boolean;
}

/**
 * Tops up before the pool runs dry and gives back what nobody will use: near the last end, where the place is no more used, and, once
 * longer leases have come, the unused seats of those that end soon. Nothing is done by a clock that cannot be believed.
 */
export function poolPlan({ place, leases, moment, isUsed, isAsked }: PoolFacts, pool: PoolTerms, terms: LeaseTerms): PoolPlan {
  const { at } = moment;
  if (at === null) return { ask: 0, giveBack: [] };
  const last = lastEnd(place.day, terms);
  const isOver = !isUsed || isWithin(at, last, pool.returnBeforeMs);
  const lasting = leases.filter(({ until }) => until >= last || !isWithin(at, until, pool.renewBeforeMs));
  const atHand = lasting.reduce((sum, lease) => sum + usableSeats(lease, moment).length, 0);
  const outdated = atHand >= pool.full ? leases.filter((lease) => !lasting.includes(lease)) : [];
  return {
    ask: isOver || isAsked || atHand >= pool.lowWater ? 0 : pool.full - atHand,
    giveBack: (isOver ? leases : outdated)
      .filter(({ until, deviceId, epoch }) => until > at && deviceId === moment.deviceId && epoch === moment.epoch)
      .map((lease) => ({ leaseId: lease.leaseId, seats: unusedSeats(lease) }))
      .filter(({ seats }) => seats.length > 0),
  };
}

function isWithin(at: Instant, end: Instant, ms: number): boolean {
  return instantPlusMs(at, ms) >= end;
}
