import * as z from 'zod';
import { ownershipTypes } from '../domain/services/ownership.ts';
import { transferRoles, type TransferBody } from '../domain/services/transfer.ts';
import { line, party, vehicle } from './model.ts';

/** What a clerk types for a transfer; every field may still be empty while it is a draft. */
export const transferBody = z.strictObject({
  service: z.literal('transfer'),
  vehicle: vehicle.nullable(),
  ownership: z.enum(ownershipTypes).nullable(),
  parties: z.record(z.enum(transferRoles), party),
  mileageKm: z.int().min(0).max(5_000_000).nullable(),
  collectionOffice: line,
  collectorIdNumber: line,
}) satisfies z.ZodType<TransferBody>;
