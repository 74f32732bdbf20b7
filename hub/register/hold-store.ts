import type { Instant } from '#shared/base/instant.ts';
import { normaliseChassis } from '#shared/domain/chassis.ts';
import { normalisePlate } from '#shared/domain/plate.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { findRow, type Sql } from '../db/sql.ts';

/** The application that a vehicle belongs to until it is decided. */
export interface Hold {
  readonly applicationId: string;
  readonly reference: string;
  readonly officeCode: string;
  readonly clerkName: string;
  readonly since: Instant;
}

const columns = 'application_id AS "applicationId", reference, office_code AS "officeCode", clerk_name AS "clerkName", since';

type VehicleKeys = Pick<Vehicle, 'plate' | 'chassis'>;

/**
 * Takes the vehicle for an application, or says whose it is already. Two offices at the same moment: the second waits here until the
 * first has committed, so exactly one gets it.
 */
export async function takeHold(sql: Sql, vehicle: VehicleKeys, hold: Hold): Promise<Hold | undefined> {
  for (;;) {
    const taken = await findRow(
      sql,
      `INSERT INTO vehicle_hold (plate_key, chassis_key, application_id, reference, office_code, clerk_name, since)
       VALUES ($1, $2, $3::uuid, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING application_id`,
      normalisePlate(vehicle.plate),
      normaliseChassis(vehicle.chassis),
      hold.applicationId,
      hold.reference,
      hold.officeCode,
      hold.clerkName,
      hold.since,
    );
    if (taken) return undefined;
    const other = await findHold(sql, vehicle);
    // None: it was let go between the two statements, so the vehicle is free now.
    if (other) return other;
  }
}

export function findHold(sql: Sql, vehicle: VehicleKeys): Promise<Hold | undefined> {
  return findRow<Hold>(
    sql,
    `SELECT ${columns} FROM vehicle_hold WHERE plate_key = $1 OR chassis_key = $2 ORDER BY since LIMIT 1`,
    normalisePlate(vehicle.plate),
    normaliseChassis(vehicle.chassis),
  );
}

export async function dropHold(sql: Sql, applicationId: string): Promise<void> {
  await sql.query('DELETE FROM vehicle_hold WHERE application_id = $1::uuid', applicationId);
}
