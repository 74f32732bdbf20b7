import type { BenchLine } from './bench-line.ts';
import { bookingCommit } from './booking-commit.ts';
import { calendarDrawn } from './calendar-drawn.ts';
import { calendarQuery } from './calendar-query.ts';

const rounds = 7;

/** Driving tests at 40 centres × 60 days × 4 sessions: the calendar on screen, its query, and a booking's commit beside a transfer's. */
export async function run(): Promise<BenchLine[]> {
  return [...(await calendarDrawn(rounds)), ...(await calendarQuery(rounds)), ...(await bookingCommit(rounds))];
}
