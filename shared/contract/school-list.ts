import * as z from 'zod';
import type { SchoolListBody } from '../domain/services/school-list.ts';
import { line, party } from './model.ts';

/** A driving school's list as it was paid for. */
export const schoolListBody = z.strictObject({
  service: z.literal('school-list'),
  number: line,
  candidates: z.int().min(0),
  class: line,
  centre: line,
  day: line,
  session: line,
  parties: z.strictObject({ school: party }),
}) satisfies z.ZodType<SchoolListBody>;
