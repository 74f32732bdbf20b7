import * as z from 'zod';
import { duplicateReasons, type DuplicateLogbookBody } from '../domain/services/duplicate-logbook.ts';
import { line, party, vehicle } from './model.ts';

/** What a clerk types for a duplicate logbook; every field may still be empty while it is a draft. */
export const duplicateLogbookBody = z.strictObject({
  service: z.literal('duplicate-logbook'),
  vehicle: vehicle.nullable(),
  reason: z.enum(duplicateReasons).nullable(),
  parties: z.strictObject({ owner: party }),
  collectionOffice: line,
  collectorIdNumber: line,
}) satisfies z.ZodType<DuplicateLogbookBody>;
