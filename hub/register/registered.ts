import { isAboutDriver, isAboutVehicle, partyOf, rulesOf, type ServiceBody } from '#shared/domain/services/services.ts';
import type { Sql } from '../db/sql.ts';
import type { Registered } from '../rules/submission-problem.ts';
import { findDriver } from './driver-store.ts';
import { findVehicle } from './vehicle-store.ts';

/** What the register has of the vehicle or the driver that an application is about. */
export async function findRegistered(sql: Sql, body: ServiceBody): Promise<Registered> {
  if (isAboutVehicle(body))
    return { vehicle: body.vehicle ? await findVehicle(sql, { plate: body.vehicle.plate, chassis: null }) : undefined };
  if (!isAboutDriver(body)) return {};
  return { driver: await findDriver(sql, partyOf(body, rulesOf(body.service).applicant)) };
}
