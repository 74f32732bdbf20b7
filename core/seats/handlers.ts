import type * as z from 'zod';
import type { tests } from '#shared/contract/tests.ts';
import { addDays, dayOf, type Day, type Instant } from '#shared/base/instant.ts';
import { builtInTerms, lastEnd, nextSeat, usableSeats, type HeldLease, type LeaseMoment } from '#shared/domain/seat-lease.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { QueryContext } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { AppError } from '../refusal.ts';
import type { SeatClock } from './clock.ts';
import { dropInterest, listInterests, putInterest, type Interest } from './interest.ts';
import { listLeases, listOpenAsks, listSessions, listTested, type TestSession } from './store.ts';

export interface SeatDeps {
  readonly clock: SeatClock;
  readonly reference: Pick<Reference, 'testCentres' | 'testSessions'>;
  /** After the act is on disk: seats are asked for or given back. */
  readonly tend: () => void;
}

type Handlers = Pick<FeatureHandlers<'tests'>, 'centres' | 'calendar' | 'keepSeats'>;
type Calendar = z.input<typeof tests.calendar.output>;
type Cell = Calendar['days'][number]['cells'][number];

/** Where seats are, and which of them this PC may give away. */
export function seatHandlers({ clock, reference, tend }: SeatDeps): Handlers {
  return {
    centres: ({ db, now, office: { officeCode } }) => {
      const interests = listInterests(db);
      const centres = new Map(reference.testCentres.centres.map((centre) => [centre.code, centre]));
      return {
        tested: listTested(db, dayOf(now)).map((one) => {
          const centre = centres.get(one.centre);
          return { ...one, name: centre?.name ?? one.centre, isKept: isAmong(interests, one), isOwn: centre?.officeCode === officeCode };
        }),
        sessions: reference.testSessions.sessions.map(({ id, startsAt }) => ({ id, startsAt })),
      };
    },
    calendar: (cx, { centre, class: seatClass, from, days }) => {
      const of = { centre, class: seatClass };
      const filter = { from, to: addDays(from, days - 1), of };
      const at = clock();
      const known: Known = {
        leases: Map.groupBy(listLeases(cx.db, filter), keyOf),
        asked: new Set(listOpenAsks(cx.db, cx.office).map((ask) => `${ask.centre} ${ask.class} ${keyOf(ask)}`)),
        moment: { deviceId: cx.office.deviceId, epoch: cx.office.epoch, at: at && laterOf(at, cx.now) },
        now: cx.now,
      };
      const sessions = listSessions(cx.db, filter);
      return {
        isClockGood: at !== null,
        isKept: isAmong(listInterests(cx.db), of),
        sessions: [...new Set(sessions.map(({ session }) => session))].toSorted(),
        days: daysOf(sessions, known),
      };
    },
    keepSeats: (cx, { centre, class: seatClass, keep }) => {
      const of = { centre, class: seatClass };
      if (keep && !isAmong(listTested(cx.db, dayOf(cx.now)), of)) throw new AppError('act.not-found', { what: 'test-session' });
      if (keep) putInterest(cx.db, of, cx.now);
      else dropInterest(cx.db, of);
      cx.announce('tests');
      cx.afterCommit(tend);
      return {};
    },
  };
}

interface Known {
  readonly leases: ReadonlyMap<string, readonly HeldLease[]>;
  readonly asked: ReadonlySet<string>;
  readonly moment: LeaseMoment;
  readonly now: QueryContext['now'];
}

function daysOf(sessions: readonly TestSession[], known: Known): Calendar['days'] {
  const byDay = Map.groupBy(sessions, ({ day }) => day);
  return [...byDay].map(([day, ofDay]) => ({ day, cells: ofDay.map((session) => cellOf(session, known)) }));
}

function cellOf(session: TestSession, { leases, asked, moment, now }: Known): Cell {
  const held = leases.get(keyOf(session)) ?? [];
  const left = held.reduce((sum, lease) => sum + usableSeats(lease, moment).length, 0);
  const next = nextSeat(held, moment);
  const until = held.find(({ leaseId }) => leaseId === next?.leaseId)?.until ?? null;
  return { session: session.session, state: stateOf(), left, until, seats: session.seats };

  function stateOf(): Cell['state'] {
    if (lastEnd(session.day, builtInTerms) <= laterOf(moment.at ?? now, now)) return 'closed';
    if (left > 0) return 'final';
    return asked.has(`${session.centre} ${session.class} ${keyOf(session)}`) ? 'asked' : 'wait-list';
  }
}

function keyOf({ day, session }: { readonly day: Day; readonly session: string }): string {
  return `${day} ${session}`;
}

function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function isAmong(all: readonly Interest[], one: Interest): boolean {
  return all.some(({ centre, class: seatClass }) => centre === one.centre && seatClass === one.class);
}
