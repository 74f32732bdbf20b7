import type { Instant } from '#shared/base/instant.ts';
import type { LogbookEnd } from '#shared/contract/logbook-end.ts';
import type { ApplicationState } from '#shared/domain/application.ts';
import type { Surrender } from '#shared/domain/logbook.ts';
import type { OwnershipType } from '#shared/domain/services/ownership.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { LogbookRecord } from '#shared/protocol/messages.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { AppError } from '../refusal.ts';

/** The logbook record an approval made; holding it is the entitlement to print it. */
export interface Logbook {
  readonly number: string;
  readonly verifyNumber: string;
  readonly applicationId: string;
  readonly reference: string;
  readonly collectionOffice: string;
  readonly issuedAt: Instant;
  readonly vehicle: Vehicle;
  readonly ownership: OwnershipType;
  readonly postalAddress: string;
  readonly collectorIdNumber: string;
  /** The older book whose place it takes, and why. */
  readonly replaces: LogbookRecord['replaces'];
  readonly surrender: Surrender;
  /** Null while it is the vehicle's good logbook. */
  readonly endedBy: LogbookEnd | null;
  readonly handedOverAt: Instant | null;
}

interface LogbookRow {
  number: string;
  verify_number: string;
  application_id: string;
  reference: string;
  collection_office: string;
  issued_at: Instant;
  vehicle: string;
  ownership: OwnershipType;
  postal_address: string;
  collector_id_number: string;
  replaces: string;
  surrender: Surrender;
  ended_by: string | null;
  handed_over_at: Instant | null;
}

const columns = `number, verify_number, application_id, logbook.reference AS reference, collection_office, issued_at, vehicle, ownership,
  postal_address, collector_id_number, replaces, surrender, ended_by, handed_over_at`;

export function findLogbook(db: ReadDb, applicationId: string): Logbook | undefined {
  const row = db.get<LogbookRow>(`SELECT ${columns} FROM logbook WHERE application_id = ?`, applicationId);
  return row && fromRow(row);
}

/** What took the place of the logbook that an application made; null where it stands, or none was made. */
export function findLogbookEnd(db: ReadDb, applicationId: string): LogbookEnd | null {
  const row = db.get<{ endedBy: string }>(
    'SELECT ended_by AS endedBy FROM logbook WHERE application_id = ? AND ended_by IS NOT NULL',
    applicationId,
  );
  return row ? (JSON.parse(row.endedBy) as LogbookEnd) : null;
}

/** The same by the logbook's own number, which stands on its copies. */
export function findEndOfLogbook(db: ReadDb, number: string): LogbookEnd | null {
  const row = db.get<{ endedBy: string }>('SELECT ended_by AS endedBy FROM logbook WHERE number = ? AND ended_by IS NOT NULL', number);
  return row ? (JSON.parse(row.endedBy) as LogbookEnd) : null;
}

export function getLogbook(db: ReadDb, applicationId: string): Logbook {
  const logbook = findLogbook(db, applicationId);
  if (!logbook) throw new AppError('paper.not-approved', {});
  return logbook;
}

export interface LogbookLine extends Logbook {
  readonly copies: number;
  readonly state: ApplicationState | null;
}

/** Copies waiting for their owners at an office, newest approval first; `text` is part of a plate, a number or a name. */
export function listLogbooks(db: ReadDb, officeCode: string, text: string): LogbookLine[] {
  const part = text.trim().toUpperCase();
  return db
    .all<LogbookRow & { copies: number; state: ApplicationState | null }>(
      `SELECT ${columns}, application.state AS state,
         (SELECT count(*) FROM logbook_copy WHERE logbook_copy.logbook_number = logbook.number) AS copies
       FROM logbook LEFT JOIN application ON application.id = logbook.application_id
       WHERE collection_office = ? AND (? = '' OR instr(logbook.plate, ?) > 0 OR instr(number, ?) > 0 OR instr(upper(vehicle), ?) > 0)
       ORDER BY handed_over_at IS NOT NULL OR ended_by IS NOT NULL, issued_at DESC LIMIT 500`,
      officeCode,
      part,
      part.replaceAll(/[\s-]/gu, ''),
      part,
      part,
    )
    .map((row) => ({ ...fromRow(row), copies: row.copies, state: row.state }));
}

/** By application, those of one reference that an office gives out and of which no copy was made yet; and how many another office gives out. */
export function listUncopied(db: ReadDb, reference: string, officeCode: string): { readonly here: string[]; readonly elsewhere: number } {
  const standing = db.all<{ applicationId: string; office: string; copies: number }>(
    `SELECT application_id AS applicationId, collection_office AS office,
       (SELECT count(*) FROM logbook_copy WHERE logbook_copy.logbook_number = logbook.number) AS copies
     FROM logbook WHERE reference = ? AND ended_by IS NULL ORDER BY number`,
    reference,
  );
  const own = standing.filter(({ office }) => office === officeCode);
  return {
    here: own.filter(({ copies }) => copies === 0).map(({ applicationId }) => applicationId),
    elsewhere: standing.length - own.length,
  };
}

/** Those of an office that wait for their owners and that a scanned code names: a plate, a number or a reference. */
export function listLogbooksByCode(db: ReadDb, officeCode: string, code: string): LogbookLine[] {
  return db
    .all<LogbookRow & { copies: number; state: ApplicationState | null }>(
      `SELECT ${columns}, NULL AS state,
         (SELECT count(*) FROM logbook_copy WHERE logbook_copy.logbook_number = logbook.number) AS copies
       FROM logbook WHERE collection_office = ? AND handed_over_at IS NULL AND ended_by IS NULL AND (plate = ? OR number = ? OR reference = ?) LIMIT 20`,
      officeCode,
      code.replaceAll(/[\s-]/gu, ''),
      code,
      code,
    )
    .map((row) => ({ ...fromRow(row), copies: row.copies, state: row.state }));
}

export function countWaitingLogbooks(db: ReadDb, officeCode: string): number {
  return (
    db.get<{ total: number }>(
      'SELECT count(*) AS total FROM logbook WHERE collection_office = ? AND handed_over_at IS NULL AND ended_by IS NULL',
      officeCode,
    )?.total ?? 0
  );
}

export function putLogbook(db: WriteDb, record: LogbookRecord): void {
  db.run(
    `INSERT INTO logbook (number, verify_number, application_id, reference, plate, collection_office, issued_at, vehicle, ownership,
       postal_address, collector_id_number, replaces, surrender, ended_by, handed_over_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET collection_office = excluded.collection_office, vehicle = excluded.vehicle,
       surrender = CASE WHEN logbook.surrender = 'done' THEN 'done' ELSE excluded.surrender END,
       ended_by = coalesce(excluded.ended_by, logbook.ended_by), handed_over_at = coalesce(excluded.handed_over_at, logbook.handed_over_at)`,
    record.number,
    record.verifyNumber,
    record.applicationId,
    record.reference,
    record.vehicle.plate,
    record.collectionOffice,
    record.issuedAt,
    JSON.stringify(record.vehicle),
    record.ownership,
    record.postalAddress,
    record.collectorIdNumber,
    JSON.stringify(record.replaces),
    record.surrender,
    record.endedBy && JSON.stringify(record.endedBy),
    record.handedOverAt,
  );
}

/** The copy changed hands, and with it the old book where it was taken in. */
export function noteHandedOver(
  db: WriteDb,
  number: string,
  { at, isOldBookIn }: { readonly at: Instant; readonly isOldBookIn: boolean },
): void {
  db.run(
    `UPDATE logbook SET handed_over_at = ?, surrender = CASE WHEN ? = 1 AND surrender = 'required' THEN 'done' ELSE surrender END
     WHERE number = ?`,
    at,
    isOldBookIn ? 1 : 0,
    number,
  );
}

export function countCopies(db: ReadDb, logbookNumber: string): number {
  return db.get<{ copies: number }>('SELECT count(*) AS copies FROM logbook_copy WHERE logbook_number = ?', logbookNumber)?.copies ?? 0;
}

function fromRow(row: LogbookRow): Logbook {
  return {
    number: row.number,
    verifyNumber: row.verify_number,
    applicationId: row.application_id,
    reference: row.reference,
    collectionOffice: row.collection_office,
    issuedAt: row.issued_at,
    vehicle: JSON.parse(row.vehicle) as Vehicle,
    ownership: row.ownership,
    postalAddress: row.postal_address,
    collectorIdNumber: row.collector_id_number,
    replaces: JSON.parse(row.replaces) as LogbookRecord['replaces'],
    surrender: row.surrender,
    endedBy: row.ended_by === null ? null : (JSON.parse(row.ended_by) as LogbookEnd),
    handedOverAt: row.handed_over_at,
  };
}
