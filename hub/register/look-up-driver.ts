import type * as z from 'zod';
import type { driverAnswer, driverRequest } from '#shared/protocol/messages.ts';
import { inOffice } from '../db/scope.ts';
import { findDriver } from './driver-store.ts';
import type { LookUpContext } from './look-up.ts';

/** What the register knows of one driver at this moment. */
export function lookUpDriver(
  { database, device, now }: LookUpContext,
  { idKind, idNumber }: z.infer<typeof driverRequest>,
): Promise<z.input<typeof driverAnswer>> {
  return inOffice(database, device, async (sql) => {
    const driver = await findDriver(sql, { idKind, idNumber });
    const told = driver && { ...driver, licences: [...driver.licences], tests: [...driver.tests] };
    return { driver: told ? { ...told, source: { from: 'registry', asOf: now } } : null, hubTime: now };
  });
}
