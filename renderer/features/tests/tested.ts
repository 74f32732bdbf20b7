import type * as z from 'zod';
import type { tests } from '#shared/contract/tests.ts';

export type Centres = z.output<typeof tests.centres.output>;
/** A class that is tested at a centre. */
export type Tested = Centres['tested'][number];
export type BookedLine = z.output<typeof tests.bookings.output>['lines'][number];
