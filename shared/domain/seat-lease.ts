import { addDays, instantPlusMs, msOf, startOfDay, type Day, type Instant } from '../base/instant.ts';

/** What is lent: seats of one class in one session of one day at one test centre. */
export interface SeatPlace {
  readonly centre: string;
  readonly day: Day;
  /** Id of the session in the driving reference, such as `morning`. */
  readonly session: string;
  readonly class: string;
}

/** Seats that the hub lends to one device until an end. Only that device in that epoch may book on them (DESIGN §4). */
export interface SeatLease extends SeatPlace {
  readonly leaseId: string;
  readonly deviceId: string;
  readonly epoch: number;
  readonly seats: readonly number[];
  readonly from: Instant;
  readonly until: Instant;
}

/** How long seats are lent and when they may be lent again. No source gives such terms (DOMAIN §6.2: slots not found), so they are Kaunta's. */
export interface LeaseTerms {
  readonly longestMs: number;
  /** Hour in Kenya on the eve of the test at which every lease of that day ends. */
  readonly eveHour: number;
  /** How long after its end a lease may still be heard of, before its seats are lent again. */
  readonly marginMs: number;
}

const hourMs = 60 * 60_000;
export const builtInTerms: LeaseTerms = { longestMs: 7 * 24 * hourMs, eveHour: 17, marginMs: 24 * hourMs };

/** The last moment at which anybody may book for that day. */
export function lastEnd(day: Day, { eveHour }: LeaseTerms): Instant {
  return instantPlusMs(startOfDay(addDays(day, -1)), eveHour * hourMs);
}

/** When a lease lent now ends; null where it is too late to lend. */
export function leaseEnd(day: Day, now: Instant, terms: LeaseTerms): Instant | null {
  const last = lastEnd(day, terms);
  if (last <= now) return null;
  const longest = instantPlusMs(now, terms.longestMs);
  return longest < last ? longest : last;
}

/** From when on the hub may lend seats again whose return it never heard of. */
export function relendFrom(until: Instant, { marginMs }: LeaseTerms): Instant {
  return instantPlusMs(until, marginMs);
}

/** A lease as its device holds it. */
export interface HeldLease extends SeatLease {
  readonly taken: readonly number[];
  /** Given back to the hub, signed: never used again, whether the hub has heard of it or not. */
  readonly returned: readonly number[];
}

/** Who asks, and at which moment by a clock that cannot go back; null where no clock of this PC can be believed. */
export interface LeaseMoment {
  readonly deviceId: string;
  readonly epoch: number;
  readonly at: Instant | null;
}

/** The seats of a lease that can be booked for good now, the lowest first. */
export function usableSeats(lease: HeldLease, { deviceId, epoch, at }: LeaseMoment): readonly number[] {
  if (lease.deviceId !== deviceId || lease.epoch !== epoch || at === null || at >= lease.until) return [];
  return unusedSeats(lease);
}

/** Lent, and neither booked nor given back, whatever the time is. */
export function unusedSeats({ seats, taken, returned }: HeldLease): readonly number[] {
  return seats.filter((seat) => !taken.includes(seat) && !returned.includes(seat)).toSorted((one, other) => one - other);
}

/**
 * What a counter can do in a session now. `final`: a booking is final at once; `asked`: seats are on their way; `wait-list`: only a place on
 * the wait list; `closed`: nobody may book for this day any more.
 */
export const sessionStates = ['final', 'asked', 'wait-list', 'closed'] as const;
export type SessionState = (typeof sessionStates)[number];

/** One seat of one lease. */
export interface LeasedSeat {
  readonly leaseId: string;
  readonly seat: number;
}

/** The seat to book next: of the lease that ends first, so that what lasts longest is left. */
export function nextSeat(leases: readonly HeldLease[], moment: LeaseMoment): LeasedSeat | null {
  for (const lease of leases.toSorted((one, other) => msOf(one.until) - msOf(other.until))) {
    const [seat] = usableSeats(lease, moment);
    if (seat !== undefined) return { leaseId: lease.leaseId, seat };
  }
  return null;
}

export const seatFaults = [
  'seat.unknown-lease',
  'seat.other-device',
  'seat.not-in-lease',
  'seat.lease-ended',
  'seat.used',
  'seat.lent-again',
] as const;
/** Why the hub does not take a booking on a seat. */
export type SeatFault = (typeof seatFaults)[number];

export function isSeatFault(code: string): code is SeatFault {
  return (seatFaults as readonly string[]).includes(code);
}

/** A seat as the hub has it. */
export interface SeatRecord {
  readonly leaseId: string | null;
  readonly bookedBy: string | null;
}

/** What a booking says of its seat. */
export interface SeatUse extends SeatPlace, LeasedSeat {
  readonly deviceId: string;
  readonly epoch: number;
  readonly applicationId: string;
  /** Business time of its journal entry. */
  readonly at: Instant;
}

/** What is wrong with a booking on a leased seat, by the hub's own record of both. */
export function seatFault(use: SeatUse, lease: SeatLease | undefined, record: SeatRecord | undefined): SeatFault | null {
  if (!lease || lease.leaseId !== use.leaseId) return 'seat.unknown-lease';
  if (lease.deviceId !== use.deviceId || lease.epoch !== use.epoch) return 'seat.other-device';
  if (!isSamePlace(lease, use) || !lease.seats.includes(use.seat) || !record) return 'seat.not-in-lease';
  if (use.at < lease.from || use.at >= lease.until) return 'seat.lease-ended';
  if (record.leaseId !== use.leaseId) return 'seat.lent-again';
  return record.bookedBy === null || record.bookedBy === use.applicationId ? null : 'seat.used';
}

export function isSamePlace(one: SeatPlace, other: SeatPlace): boolean {
  return one.centre === other.centre && one.day === other.day && one.session === other.session && one.class === other.class;
}
