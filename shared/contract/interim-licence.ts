import * as z from 'zod';
import type { InterimLicenceBody } from '../domain/services/interim-licence.ts';
import { driver } from './driver.ts';
import { line, party } from './model.ts';

/** What a clerk types for an interim licence; every field may still be empty while it is a draft. */
export const interimLicenceBody = z.strictObject({
  service: z.literal('interim-licence'),
  driver: driver.nullable(),
  class: line,
  parties: z.strictObject({ driver: party }),
}) satisfies z.ZodType<InterimLicenceBody>;
