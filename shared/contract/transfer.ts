import * as z from 'zod';
import { ownershipTypes, type TransferBody } from '../domain/services/transfer.ts';
import { line, party, partyRole, vehicle } from './model.ts';

/** What a clerk types for a transfer; every field may still be empty while it is a draft. */
export const transferBody = z.strictObject({
  service: z.literal('transfer'),
  vehicle: vehicle.nullable(),
  ownership: z.enum(ownershipTypes).nullable(),
  parties: z.record(partyRole, party),
  mileageKm: z.int().min(0).max(5_000_000).nullable(),
  collectionOffice: line,
  collectorIdNumber: line,
}) satisfies z.ZodType<TransferBody>;
