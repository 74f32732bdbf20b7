import type { Instant } from '#shared/base/instant.ts';
import { normaliseChassis } from '#shared/domain/chassis.ts';
import { normalisePlate } from '#shared/domain/plate.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { findRow, type Sql } from '../db/sql.ts';
import { publish } from '../changes/publish.ts';

interface VehicleRow {
  body: Vehicle;
}

/** One vehicle by one of its two keys; an empty key finds nothing. */
export async function findVehicle(
  sql: Sql,
  by: { readonly plate: string | null; readonly chassis: string | null },
): Promise<Vehicle | undefined> {
  const row = await findRow<VehicleRow>(
    sql,
    'SELECT body FROM vehicle WHERE plate_key = $1 OR chassis_key = $2 ORDER BY plate_key = $1 DESC LIMIT 1',
    normalisePlate(by.plate ?? ''),
    normaliseChassis(by.chassis ?? ''),
  );
  return row?.body;
}

/** The vehicles of these plates that the register has, by their normalised plate. */
export async function vehiclesByPlate(sql: Sql, plates: readonly string[]): Promise<ReadonlyMap<string, Vehicle>> {
  const rows = await sql.query<VehicleRow & { key: string }>(
    'SELECT plate_key AS key, body FROM vehicle WHERE plate_key = ANY ($1::text[])',
    plates.map((plate) => normalisePlate(plate)),
  );
  return new Map(rows.map(({ key, body }) => [key, body]));
}

/** Writes the register and tells every office. */
export async function storeVehicle(sql: Sql, vehicle: Vehicle, now: Instant): Promise<void> {
  const plateKey = normalisePlate(vehicle.plate);
  await sql.query(
    `INSERT INTO vehicle (plate_key, chassis_key, body, changed_at) VALUES ($1, $2, $3::jsonb, $4)
     ON CONFLICT (plate_key) DO UPDATE SET chassis_key = excluded.chassis_key, body = excluded.body, changed_at = excluded.changed_at`,
    plateKey,
    normaliseChassis(vehicle.chassis),
    JSON.stringify(vehicle),
    now,
  );
  await publish(sql, {
    audience: 'all',
    kind: 'vehicle',
    key: plateKey,
    body: { ...vehicle, owners: [...vehicle.owners], marks: [...vehicle.marks] },
  });
}
