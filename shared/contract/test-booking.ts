import * as z from 'zod';
import type { TestBookingBody } from '../domain/services/test-booking.ts';
import { driver } from './driver.ts';
import { id, line, party } from './model.ts';

/** What a clerk types for a driving test; every field may still be empty while it is a draft. */
export const testBookingBody = z.strictObject({
  service: z.literal('test-booking'),
  driver: driver.nullable(),
  class: line,
  centre: line,
  day: line,
  session: line,
  seat: z.strictObject({ leaseId: id, seat: z.int().min(1) }).nullable(),
  parties: z.strictObject({ driver: party }),
}) satisfies z.ZodType<TestBookingBody>;
