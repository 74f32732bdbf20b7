import type * as z from 'zod';
import type { tests } from '#shared/contract/tests.ts';

export type Centres = z.output<typeof tests.centres.output>;
/** A class that is tested at a centre. */
export type Tested = Centres['tested'][number];
export type BookedLine = z.output<typeof tests.bookings.output>['lines'][number];
export type Waiter = z.output<typeof tests.waiting.output>[number];

/** Whose seat is free goes on where only the confirmation and the money are missing; who waits may choose another session. */
export function bookingStep({ state }: Waiter): 'confirm' | 'place' {
  return state === 'free' ? 'confirm' : 'place';
}
