import type { ApplicationState } from '#shared/domain/application.ts';
import type { ReadDb } from '../db/database.ts';

/** One thing the search box found. `maskedNumber` is masked before anybody sees it. */
export interface Hit {
  readonly kind: 'application' | 'vehicle' | 'driver' | 'person' | 'receipt';
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly maskedNumber: string;
  readonly state: ApplicationState | null;
  readonly plate: string;
}

/** What was typed, in the normal form of each kind of number. */
export interface Question {
  readonly plate: string;
  readonly chassis: string;
  readonly phone: string;
  readonly number: string;
  readonly limit: number;
}

/** The end of an index range of texts that begin with `prefix`. */
function endOf(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}

/** Each branch reads no more of its index than is shown, so that two letters cost no more than a whole mark. */
export function findApplications(db: ReadDb, { plate, chassis, number, limit }: Question): Hit[] {
  return db
    .all<{ id: string; reference: string; who: string; plate: string; state: ApplicationState }>(
      `SELECT id, reference, who, plate, state FROM (
         SELECT ${applicationColumns} FROM (SELECT ${applicationColumns} FROM application WHERE plate >= ? AND plate < ? AND plate <> '' ORDER BY plate LIMIT ?)
         UNION SELECT ${applicationColumns} FROM application WHERE chassis = ? AND chassis <> ''
         UNION SELECT ${applicationColumns} FROM (SELECT ${applicationColumns} FROM application WHERE reference >= ? AND reference < ? ORDER BY reference DESC LIMIT ?)
       ) ORDER BY changed_at DESC LIMIT ?`,
      plate,
      endOf(plate),
      limit,
      chassis,
      number,
      endOf(number),
      limit,
      limit,
    )
    .map(({ id, reference, who, plate: mark, state }) => ({
      kind: 'application',
      id,
      title: reference,
      detail: who,
      maskedNumber: '',
      state,
      plate: mark,
    }));
}

const applicationColumns = 'id, reference, who, plate, state, changed_at';

/** By the receipt's own number, newest first, or by the code of the money. */
export function findReceipts(db: ReadDb, { number, limit }: Question): Hit[] {
  return db
    .all<{ id: string; receipt_number: string; payer: string; plate: string; state: ApplicationState }>(
      `SELECT application.id AS id, receipt_number, payer, plate, application.state AS state FROM (
         SELECT receipt_number, payer, application_id FROM (
           SELECT receipt_number, payer, application_id FROM payment WHERE receipt_number >= ? AND receipt_number < ? ORDER BY receipt_number DESC LIMIT ?)
         UNION SELECT receipt_number, payer, application_id FROM payment WHERE code = ? AND code <> ''
       ) AS found JOIN application ON application.id = found.application_id ORDER BY receipt_number DESC LIMIT ?`,
      number,
      endOf(number),
      limit,
      number,
      limit,
    )
    .map(({ id, receipt_number: title, payer, plate, state }) => ({
      kind: 'receipt',
      id,
      title,
      detail: payer,
      maskedNumber: '',
      state,
      plate,
    }));
}

/** An eLogbook by its own number, or by the one printed on it for checking. */
export function findLogbooks(db: ReadDb, { number, limit }: Question): Hit[] {
  return db
    .all<{ application_id: string; number: string; reference: string; plate: string; handed_over_at: string | null }>(
      `SELECT application_id, number, reference, plate, handed_over_at FROM logbook WHERE number = ?
       UNION SELECT application_id, number, reference, plate, handed_over_at FROM logbook WHERE verify_number = ? LIMIT ?`,
      number,
      number,
      limit,
    )
    .map(({ application_id: id, number: title, reference, plate, handed_over_at: handedOver }) => ({
      kind: 'application',
      id,
      title,
      detail: reference,
      maskedNumber: '',
      state: handedOver ? 'collected' : 'ready',
      plate,
    }));
}

const vehicleColumns = 'plate, chassis, owner_name';

/** Each branch is one index; the plate by its beginning, the chassis whole or by its last six signs (PERFORMANCE, search). */
export function findVehicles(db: ReadDb, { plate, chassis, phone, number, limit }: Question): Hit[] {
  return db
    .all<VehicleRow>(
      `SELECT ${vehicleColumns} FROM (
         SELECT ${vehicleColumns} FROM (SELECT ${vehicleColumns} FROM vehicle WHERE plate >= ? AND plate < ? ORDER BY plate LIMIT ?)
         UNION SELECT ${vehicleColumns} FROM vehicle WHERE chassis = ?
         UNION SELECT ${vehicleColumns} FROM (SELECT ${vehicleColumns} FROM vehicle WHERE substr(chassis, -6) = ? LIMIT ?)
         UNION SELECT ${vehicleColumns} FROM (SELECT ${vehicleColumns} FROM vehicle WHERE owner_id_number = ? LIMIT ?)
         UNION SELECT ${vehicleColumns} FROM (SELECT ${vehicleColumns} FROM vehicle WHERE owner_kra_pin = ? LIMIT ?)
         UNION SELECT ${vehicleColumns} FROM (SELECT ${vehicleColumns} FROM vehicle WHERE owner_phone = ? LIMIT ?)
       ) LIMIT ?`,
      plate,
      endOf(plate),
      limit,
      chassis,
      chassis,
      limit,
      number,
      limit,
      number,
      limit,
      phone,
      limit,
      limit,
    )
    .map(vehicleHit);
}

interface VehicleRow {
  plate: string;
  chassis: string;
  owner_name: string;
}

function vehicleHit({ plate, chassis, owner_name: owner }: VehicleRow): Hit {
  return { kind: 'vehicle', id: plate, title: owner, detail: chassis, maskedNumber: '', state: null, plate };
}

interface DriverRow {
  key: string;
  id_number: string;
  name: string;
  provisional_number: string;
}

const driverColumns = 'key, id_number, name, provisional_number';

/** By the whole number of an ID, a provisional licence or a PIN, or by phone. */
export function findDrivers(db: ReadDb, { number, phone, limit }: Question): Hit[] {
  return db
    .all<DriverRow>(
      `SELECT ${driverColumns} FROM driver WHERE id_number = ?
       UNION SELECT ${driverColumns} FROM driver WHERE provisional_number = ? AND provisional_number <> ''
       UNION SELECT ${driverColumns} FROM driver WHERE kra_pin = ? AND kra_pin <> ''
       UNION SELECT ${driverColumns} FROM driver WHERE phone = ? AND phone <> '' LIMIT ?`,
      number,
      number,
      number,
      phone,
      limit,
    )
    .map(driverHit);
}

function driverHit({ key, id_number: maskedNumber, name, provisional_number: provisional }: DriverRow): Hit {
  return { kind: 'driver', id: key, title: name, detail: provisional, maskedNumber, state: null, plate: '' };
}

interface PersonRow {
  id_kind: string;
  id_number: string;
  name: string;
}

const personColumns = 'id_kind, id_number, name';

export function findPeople(db: ReadDb, { number, phone, limit }: Question): Hit[] {
  return db
    .all<PersonRow>(
      `SELECT ${personColumns} FROM person WHERE id_number = ?
       UNION SELECT ${personColumns} FROM person WHERE kra_pin = ? AND kra_pin <> ''
       UNION SELECT ${personColumns} FROM person WHERE phone = ? AND phone <> '' LIMIT ?`,
      number,
      number,
      phone,
      limit,
    )
    .map(personHit);
}

function personHit({ id_kind: kind, id_number: number, name }: PersonRow): Hit {
  return { kind: 'person', id: `${kind}:${number}`, title: name, detail: '', maskedNumber: number, state: null, plate: '' };
}

/**
 * Words of a name, each by its beginning, in any order. No ranking: the index is read until enough is found. A single letter begins a
 * tenth of all names and tells nothing beside a longer word, so it waits for its second letter.
 */
export function findByName(db: ReadDb, text: string, limit: number): Hit[] {
  const words = text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const match = words.map((word) => `"${word}"*`).join(' ');
  const subjects = db.all<{ subject: string }>(
    'SELECT subject FROM name_index JOIN name_row ON name_row.row = name_index.rowid WHERE name_index MATCH ? LIMIT ?',
    match,
    limit,
  );
  return subjects.flatMap(({ subject }) => hitOf(db, subject));
}

function hitOf(db: ReadDb, subject: string): Hit[] {
  const [kind, ...rest] = subject.split(':');
  if (kind === 'vehicle')
    return db.all<VehicleRow>(`SELECT ${vehicleColumns} FROM vehicle WHERE plate = ?`, rest.join(':')).map(vehicleHit);
  if (kind === 'driver') return db.all<DriverRow>(`SELECT ${driverColumns} FROM driver WHERE key = ?`, rest.join(':')).map(driverHit);
  const [idKind = '', idNumber = ''] = rest;
  return db.all<PersonRow>(`SELECT ${personColumns} FROM person WHERE id_kind = ? AND id_number = ?`, idKind, idNumber).map(personHit);
}
