import type { Instant } from '#shared/base/instant.ts';
import { normaliseChassis } from '#shared/domain/chassis.ts';
import { normalisePlate } from '#shared/domain/plate.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { indexName, unindexName } from '../search/name-index.ts';

interface VehicleRow {
  facts: string;
  heard_all_at: Instant | null;
}

const known = 'SELECT facts, (SELECT heard_all_at FROM sync_state WHERE one = 1) AS heard_all_at FROM vehicle';

/** The register's vehicle as this office last heard of it. */
export function findVehicle(db: ReadDb, text: string): Vehicle | undefined {
  const byPlate = db.get<VehicleRow>(`${known} WHERE plate = ?`, normalisePlate(text));
  const row = byPlate ?? db.get<VehicleRow>(`${known} WHERE chassis = ?`, normaliseChassis(text));
  return row && fromRow(row);
}

/** The hub tells every change, so a fact it has not changed was still true when it last had nothing more to tell. */
function fromRow({ facts, heard_all_at: heardAllAt }: VehicleRow): Vehicle {
  const vehicle = JSON.parse(facts) as Vehicle;
  const { asOf } = vehicle.source;
  return heardAllAt !== null && heardAllAt > asOf ? { ...vehicle, source: { ...vehicle.source, asOf: heardAllAt } } : vehicle;
}

/** Keeps what the hub said, unless something newer is here already. */
export function putVehicle(db: WriteDb, vehicle: Vehicle): void {
  const owner = vehicle.owners[0];
  const changed = db.run(
    `INSERT INTO vehicle (plate, chassis, engine_number, owner_id_number, owner_kra_pin, owner_phone, owner_name, facts, as_of)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (plate) DO UPDATE SET chassis = excluded.chassis, engine_number = excluded.engine_number,
       owner_id_number = excluded.owner_id_number, owner_kra_pin = excluded.owner_kra_pin, owner_phone = excluded.owner_phone,
       owner_name = excluded.owner_name, facts = excluded.facts, as_of = excluded.as_of
     WHERE excluded.as_of >= vehicle.as_of`,
    vehicle.plate,
    vehicle.chassis,
    vehicle.engineNumber,
    owner?.idNumber ?? '',
    owner?.kraPin ?? '',
    owner?.phone ?? '',
    owner?.name ?? '',
    JSON.stringify(vehicle),
    vehicle.source.asOf,
  );
  if (changed > 0) indexName(db, `vehicle:${vehicle.plate}`, vehicle.owners.map(({ name }) => name).join(' '));
}

export function dropVehicle(db: WriteDb, plate: string): void {
  db.run('DELETE FROM vehicle WHERE plate = ?', plate);
  unindexName(db, `vehicle:${plate}`);
}
