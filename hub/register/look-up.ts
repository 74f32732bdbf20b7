import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import { vehicleHold } from '#shared/domain/services/hold.ts';
import type { lookUpAnswer, lookUpRequest } from '#shared/protocol/messages.ts';
import { inOffice } from '../db/scope.ts';
import type { Database } from '../db/sql.ts';
import type { Device } from '../devices/device.ts';
import { findHold } from './hold-store.ts';
import { findVehicle } from './vehicle-store.ts';

export interface LookUpContext {
  readonly database: Database;
  readonly device: Device;
  readonly now: Instant;
}

/** What the register knows of one vehicle at this moment, and the application that holds it, whichever office took it in. */
export function lookUp(
  { database, device, now }: LookUpContext,
  request: z.infer<typeof lookUpRequest>,
): Promise<z.input<typeof lookUpAnswer>> {
  return inOffice(database, device, async (sql) => {
    const vehicle = await findVehicle(sql, request);
    const hold = await findHold(sql, vehicleHold(vehicle ?? { plate: request.plate ?? '', chassis: request.chassis ?? '' }));
    return {
      vehicle: vehicle
        ? { ...vehicle, owners: [...vehicle.owners], marks: [...vehicle.marks], source: { from: 'registry', asOf: now } }
        : null,
      openApplication: hold ? { reference: hold.reference, officeCode: hold.officeCode, since: hold.since } : null,
      hubTime: now,
    };
  });
}
