import type * as z from 'zod';
import type { tests } from '#shared/contract/tests.ts';
import type { Words } from '#shared/text/text.ts';

export type Calendar = z.output<typeof tests.calendar.output>;
export type CalendarCell = Calendar['days'][number]['cells'][number];

/** `3 seats`, or why there are none to give away. */
export function seatsText({ state, left }: CalendarCell, { seats }: Words['testBooking']['place']): string {
  return state === 'final' ? seats.final(left) : seats[state];
}
