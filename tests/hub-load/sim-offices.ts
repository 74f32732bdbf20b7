import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Instant } from '#shared/base/instant.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { normaliseChassis } from '#shared/domain/chassis.ts';
import { normalisePlate } from '#shared/domain/plate.ts';
import { firstPreviousHash } from '#shared/protocol/entry.ts';
import type { EnrolAnswer } from '#shared/protocol/messages.ts';
import type { Database } from '#hub/db/sql.ts';
import { deviceDouble, type DeviceDouble } from '#tests/support/device.ts';
import { enrolAnswer, rawKeyText } from '#tests/support/enrol-answer.ts';
import { numberedVehicle } from '#tests/support/transfer-body.ts';

export interface SimOptions {
  readonly database: Database;
  readonly hubUrl: string;
  readonly now: () => Instant;
}

/** So many offices with one PC each, put straight into the hub's database: a thousand enrolments would only be waited for. */
export async function addOffices({ database, hubUrl, now }: SimOptions, count: number): Promise<readonly DeviceDouble[]> {
  const offices = newOffices(count);
  await insertOffices(database, offices, now());
  return offices.map(({ answer, privateKey }) => deviceDouble({ hubUrl, now, privateKey, answer }));
}

export interface SimOffice {
  readonly answer: EnrolAnswer;
  readonly privateKey: KeyObject;
  readonly publicKey: string;
}

export function newOffices(count: number): readonly SimOffice[] {
  const base = randomBytes(4).toString('hex').toUpperCase();
  return Array.from({ length: count }, (_, n) => newOffice(`S${base}${n}`));
}

export async function insertOffices(database: Database, offices: readonly SimOffice[], at: Instant): Promise<void> {
  const rows = JSON.stringify(offices.map(({ answer, publicKey }) => ({ id: answer.deviceId, code: answer.office.code, key: publicKey })));
  await database.transaction(async (sql) => {
    await sql.query(
      'INSERT INTO office (code, name, registrar) SELECT code, code, false FROM jsonb_to_recordset($1::jsonb) AS d (code text)',
      rows,
    );
    await sql.query(
      `INSERT INTO device (id, office_code, device_no, epoch, series_letter, public_key, seal_key, enrolled_at, head_seq, head_hash)
       SELECT id, code, 1, 1, 'A', key, key, $2, 0, $3 FROM jsonb_to_recordset($1::jsonb) AS d (id uuid, code text, key text)`,
      rows,
      at,
      firstPreviousHash,
    );
    await sql.query(
      `INSERT INTO device_epoch (device_id, epoch, series_letter, joined_seq, branch_entries, why, opened_at)
       SELECT id, 1, 'A', 0, 0, 'enrolled', $2 FROM jsonb_to_recordset($1::jsonb) AS d (id uuid)`,
      rows,
      at,
    );
  });
}

function newOffice(code: string): SimOffice {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const answer = enrolAnswer({ deviceId: newId(), deviceNo: 1, office: { code, name: code, registrar: false } });
  return { answer, privateKey, publicKey: rawKeyText(publicKey) };
}

/** Puts numbered motorcycles into the register, all in one seller's name, and gives them. */
export async function addVehicles(database: Database, count: number, at: Instant): Promise<readonly Vehicle[]> {
  const vehicles = Array.from({ length: count }, (_, n) => numberedVehicle(n, { source: { from: 'registry', asOf: at } }));
  const rows = vehicles.map((body) => ({ plate: normalisePlate(body.plate), chassis: normaliseChassis(body.chassis), body }));
  await database.transaction(async (sql) => {
    // The register's owner is held to its policies too.
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true)`);
    await sql.query(
      `INSERT INTO vehicle (plate_key, chassis_key, body, changed_at)
       SELECT plate, chassis, body, $2 FROM jsonb_to_recordset($1::jsonb) AS v (plate text, chassis text, body jsonb)`,
      JSON.stringify(rows),
      at,
    );
  });
  return vehicles;
}
