import * as z from 'zod';
import type { BatchRegistrationBody } from '../domain/services/batch-registration.ts';
import { unitStates, type Unit } from '../domain/batch/unit.ts';
import { amountCents, id, instant, line, party, vehicleOwner } from './model.ts';

/** A dealer's batch as an application. */
export const batchRegistrationBody = z.strictObject({
  service: z.literal('batch-registration'),
  number: line,
  units: z.int().min(0).max(20_000),
  checkedBy: line,
  parties: z.strictObject({ dealer: party }),
}) satisfies z.ZodType<BatchRegistrationBody>;

export const unit = z.strictObject({
  id,
  position: z.int().min(1),
  chassis: line,
  engineNumber: line,
  make: line,
  model: line,
  ratingCc: z.int().min(0).max(30_000),
  yearOfManufacture: z.int().min(1900).max(2100),
  colour: line,
  customsEntry: line,
  invoice: line,
  owners: z.array(vehicleOwner).max(2).readonly(),
  collectionOffice: line,
  feeCents: amountCents,
}) satisfies z.ZodType<Unit>;

/** What became of one motorcycle of a batch. */
export const unitOutcome = z.strictObject({
  state: z.enum(unitStates),
  /** Why it came back: closed codes, of the hub or of a registrar. */
  reasons: z.array(line).readonly(),
  note: z.string().max(1000),
  /** Both are there once it is registered. */
  plate: line.nullable(),
  logbookNumber: line.nullable(),
  /** When that was decided; empty where this PC only awaits it. */
  at: instant,
});
export type UnitOutcome = z.output<typeof unitOutcome>;
