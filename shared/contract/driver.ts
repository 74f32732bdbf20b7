import * as z from 'zod';
import type { Driver } from '../domain/driver.ts';
import { day, instant, line } from './model.ts';

/** One driver or learner, as the hub tells it and a screen shows it. */
export const driver = z.strictObject({
  idKind: line,
  idNumber: line,
  name: line,
  phone: line,
  kraPin: line,
  dateOfBirth: day,
  provisional: z.strictObject({ number: line, class: line, issuedOn: day, validUntil: day, school: line }).nullable(),
  licences: z.array(z.strictObject({ class: line, since: day, until: day.nullable() })).readonly(),
  tests: z
    .array(
      z.strictObject({
        bookingNumber: line,
        resultNumber: line.optional(),
        class: line,
        day,
        centre: line,
        outcome: z.enum(['passed', 'failed', 'absent']),
        failedStages: z.array(line).readonly(),
        resitFrom: day.nullable(),
      }),
    )
    .readonly(),
  source: z.strictObject({ from: z.enum(['registry', 'paper']), asOf: instant }),
}) satisfies z.ZodType<Driver>;
