import { addDays, dayOf, instantPlusMs, type Instant } from '#shared/base/instant.ts';
import { builtInTerms, isSamePlace, type LeaseMoment, type SeatPlace } from '#shared/domain/seat-lease.ts';
import { builtInPool, poolPlan, type PoolPlan } from '#shared/domain/seat-pool.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { appendEntry, businessTime } from '../journal/journal.ts';
import type { OfficeIdentity } from '../office/identity.ts';
import type { Storage } from '../storage.ts';
import { listInterests } from './interest.ts';
import { insertAsk, listAskedSince, listLeases, listSessions, returnSeat } from './store.ts';

/** Seats are kept at hand for so many days: no source says how far ahead people book (DOMAIN §6.2: not found). */
const aheadDays = 21;
/** A place that had no seat left, or an ask that brought no answer, is asked for again after this. */
const againAfterMs = 60 * 60_000;
/** What one entry may name, by the message. */
const mostAsks = 500;

export interface PoolDeps {
  readonly nowMs: number;
  readonly newId: () => string;
  readonly office: OfficeIdentity;
  /** By a clock that cannot go back; null: nothing is asked for and nothing given back. */
  readonly at: Instant | null;
}

/** Who acts where the pool tends itself; the id is a UUID of version 8, made by hand. */
const poolActor = { id: '00000000-0000-8000-8000-00000000000d', name: 'Kaunta', roles: [] } as const;

/** Asks the hub for seats before they run out and gives back what nobody will use, in one transaction. True where it did anything. */
export function tendPool(storage: Storage, deps: PoolDeps): boolean {
  if (deps.at === null) return false;
  const { at } = deps;
  const isIdle = plansOf(storage.reader, deps, at).length === 0;
  return !isIdle && storage.transact((db) => carryOut(db, deps, plansOf(db, deps, at)));
}

interface PlacePlan extends PoolPlan {
  readonly place: SeatPlace;
}

function plansOf(db: ReadDb, { office: { deviceId, epoch } }: PoolDeps, at: Instant): readonly PlacePlan[] {
  const moment: LeaseMoment = { deviceId, epoch, at };
  const today = dayOf(at);
  const interests = listInterests(db);
  const sessions = listSessions(db, { from: addDays(today, 1), to: addDays(today, aheadDays) }).filter((session) =>
    interests.some((one) => one.centre === session.centre && one.class === session.class),
  );
  const leases = Map.groupBy(listLeases(db, { from: today, to: addDays(today, 366) }), keyOf);
  const asked = new Set(listAskedSince(db, { deviceId, epoch }, instantPlusMs(at, -againAfterMs)).map(keyOf));
  const held = [...leases.values()].flatMap(([first]) => (first && !sessions.some((one) => isSamePlace(one, first)) ? [first] : []));
  return [...sessions, ...held]
    .map(({ centre, day, session, class: seatClass }) => {
      const place: SeatPlace = { centre, day, session, class: seatClass };
      const key = keyOf(place);
      const isUsed = interests.some((one) => one.centre === centre && one.class === seatClass);
      const facts = { place, leases: leases.get(key) ?? [], moment, isUsed, isAsked: asked.has(key) };
      return { place, ...poolPlan(facts, builtInPool, builtInTerms) };
    })
    .filter(({ ask, giveBack }) => ask > 0 || giveBack.length > 0);
}

function keyOf({ centre, day, session, class: seatClass }: SeatPlace): string {
  return JSON.stringify([centre, day, session, seatClass]);
}

function carryOut(db: WriteDb, { nowMs, newId, office }: PoolDeps, plans: readonly PlacePlan[]): boolean {
  const at = businessTime(db, nowMs);
  const asks = plans
    .filter(({ ask }) => ask > 0)
    .slice(0, mostAsks)
    .map(({ place, ask }) => ({ ...place, leaseId: newId(), count: ask }));
  for (const { count: _count, ...ask } of asks) insertAsk(db, { ...ask, deviceId: office.deviceId, epoch: office.epoch, at });
  const returns = plans.flatMap(({ giveBack }) => giveBack).slice(0, mostAsks);
  for (const { leaseId, seats } of returns) for (const seat of seats) returnSeat(db, { leaseId, seat }, at);
  const note = (kind: string, payload: unknown) => {
    const entry = { entryId: newId(), actor: poolActor, subject: `office:${office.officeCode}`, scope: 'office', reply: null } as const;
    appendEntry(db, office, { ...entry, at: businessTime(db, nowMs), kind, payload });
  };
  if (asks.length > 0) note('seats.ask', { asks });
  if (returns.length > 0) note('seats.giveBack', { returns });
  return asks.length + returns.length > 0;
}
