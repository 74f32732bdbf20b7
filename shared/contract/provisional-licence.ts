import * as z from 'zod';
import type { ProvisionalLicenceBody } from '../domain/services/provisional-licence.ts';
import { driver } from './driver.ts';
import { line, party } from './model.ts';

/** What a clerk types for a provisional licence; every field may still be empty while it is a draft. */
export const provisionalLicenceBody = z.strictObject({
  service: z.literal('provisional-licence'),
  driver: driver.nullable(),
  dateOfBirth: line,
  class: line,
  school: line,
  parties: z.strictObject({ driver: party }),
}) satisfies z.ZodType<ProvisionalLicenceBody>;
