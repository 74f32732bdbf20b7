import * as z from 'zod';
import { day, id, instant, line } from './model.ts';
import { command, done, query } from './procedure.ts';

const calendarStates = ['final', 'asked', 'wait-list', 'closed'] as const;

/** One session of one day: how many seats can be booked for good here and now, and until when. */
const calendarCell = z.strictObject({
  session: line,
  /**
   * `final`: a booking is final at once; `asked`: seats are on their way; `wait-list`: only a place on the wait list; `closed`: nobody may
   * book for this day any more.
   */
  state: z.enum(calendarStates),
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
  /** Keeps seats of this class and centre at hand from now on, or gives them back. */
  keepSeats: command({
    access: ['clerk', 'supervisor'],
    scope: 'device',
    input: testedAt.extend({ keep: z.boolean() }),
    output: done,
  }),
};
