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

/** Takes each vehicle for its application; false where one of them belongs to another, and then what was taken has to be undone. */
export async function takeHolds(sql: Sql, claims: readonly { readonly vehicle: VehicleKeys; readonly hold: Hold }[]): Promise<boolean> {
  const rows = claims.map(({ vehicle, hold }) => ({
    ...hold,
    plateKey: normalisePlate(vehicle.plate),
    chassisKey: normaliseChassis(vehicle.chassis),
  }));
  // In the order of their plates, so that two batches that want the same vehicles wait for one another once and not crosswise.
  const taken = await sql.query(
    `INSERT INTO vehicle_hold (plate_key, chassis_key, application_id, reference, office_code, clerk_name, since)
     SELECT "plateKey", "chassisKey", "applicationId", reference, "officeCode", "clerkName", since
     FROM jsonb_to_recordset($1::jsonb) AS h ("plateKey" text, "chassisKey" text, "applicationId" uuid, reference text, "officeCode" text,
       "clerkName" text, since timestamptz)
     ORDER BY "plateKey" ON CONFLICT DO NOTHING RETURNING application_id`,
    JSON.stringify(rows),
  );
  return taken.length === claims.length;
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
