import * as z from 'zod';
import { sessionStates } from '../domain/seat-lease.ts';
import { amountCents, day, id, instant, line } from './model.ts';
import { command, done, query } from './procedure.ts';

/** One session of one day: how many seats can be booked for good here and now, and until when. */
const calendarCell = z.strictObject({
  session: line,
  state: z.enum(sessionStates),
  left: z.int().min(0),
  /** The end of the lease whose seat is booked next. */
  until: instant.nullable(),
  /** In the country, as the hub opened them. */
  seats: z.int().min(0),
});

const testedAt = z.strictObject({ centre: line, class: line });

/** A booking of this office, as its list shows it. */
const bookedLine = z.strictObject({
  applicationId: id,
  /** The reference on the slip. */
  number: line,
  candidate: line,
  centre: line,
  centreName: line,
  day,
  session: line,
  class: line,
  seat: z.int().min(1),
  attempt: z.int().min(1),
});

/** Where and when, as people read it. */
const sittingAt = z.strictObject({ centreName: line, day, startsAt: line });

const waiterStates = ['free', 'waiting', 'over'] as const;

/** Somebody who waits for a seat of a session. */
const waiter = z.strictObject({
  applicationId: id,
  number: line,
  candidate: line,
  /** To be called once a seat is free. */
  phone: line,
  centre: line,
  centreName: line,
  day,
  session: line,
  class: line,
  since: instant,
  /** From 1 on, by how long they have waited for this session. */
  place: z.int().min(1),
  /** `free`: a seat of this PC is theirs to book now; `over`: nobody may book for that day any more. */
  state: z.enum(waiterStates),
});

const reason = line.min(3);

/** Driving tests: where and when seats are, and which of them this PC may give away (FEATURES D1–D6, N1, N2). */
export const tests = {
  /** Each centre with the classes tested there from today on, whether this office keeps seats there, and whether it runs the centre. */
  centres: query({
    access: 'signed-in',
    input: z.strictObject({}),
    output: z.strictObject({
      tested: z.array(testedAt.extend({ name: line, isKept: z.boolean(), isOwn: z.boolean() })),
      /** When each session begins: wall clock in Kenya, `08:00`. */
      sessions: z.array(z.strictObject({ id: line, startsAt: line })),
    }),
  }),
  calendar: query({
    access: 'signed-in',
    input: testedAt.extend({ from: day, days: z.int().min(1).max(60) }),
    output: z.strictObject({
      /** False: the PC's clock was set back, so no lease counts until the hub is heard. */
      isClockGood: z.boolean(),
      isKept: z.boolean(),
      /** Every session of these days, in the order of their ids. */
      sessions: z.array(line),
      /** Days with at least one session. */
      days: z.array(z.strictObject({ day, cells: z.array(calendarCell) })),
    }),
  }),
  /** What this office has booked and is yet to come, the next day first; at most as many as one list shows. */
  bookings: query({
    access: 'signed-in',
    input: z.strictObject({}),
    output: z.strictObject({ lines: z.array(bookedLine), total: z.int().min(0) }),
  }),
  /** Who waits at this PC for a session that has no seat here, those first for whom one is free now, then in the order of time. */
  waiting: query({ access: 'signed-in', input: z.strictObject({}), output: z.array(waiter) }),
  /** Each time a test that this application's receipt paid for was moved or given up, and by which act; of a list those of all its candidates. */
  changes: query({
    access: 'signed-in',
    input: z.strictObject({ id }),
    output: z.array(
      z.strictObject({
        number: line,
        candidate: line,
        at: instant,
        what: z.enum(['moved', 'cancelled']),
        feeCents: amountCents,
        refundCents: amountCents,
        by: line,
        reason: line,
        /** Null where it was given up. */
        from: sittingAt.nullable(),
        to: sittingAt.nullable(),
        /** The hub did not take the act: the booking stands as it was before. */
        isRefused: z.boolean(),
      }),
    ),
  }),
  /** Puts a candidate whose booking is typed on the wait list of the session that was chosen; no money is taken and nothing is booked. */
  wait: command({
    access: ['clerk', 'supervisor'],
    scope: 'device',
    input: z.strictObject({ id }),
    output: z.strictObject({ place: z.int().min(1) }),
  }),
  /** Moves a booked test to another session: the old seat is free and the new one taken in one act, also with the line down. */
  reschedule: command({
    access: ['clerk', 'supervisor'],
    input: z.strictObject({ id, centre: line.min(1), day, session: line.min(1), reason }),
    output: z.strictObject({ seat: z.int().min(1) }),
  }),
  /** Keeps seats of this class and centre at hand from now on, or gives them back. */
  keepSeats: command({
    access: ['clerk', 'supervisor'],
    scope: 'device',
    input: testedAt.extend({ keep: z.boolean() }),
    output: done,
  }),
};
