import type { Day } from '#shared/base/instant.ts';
import type { LogbookRecord } from '#shared/protocol/messages.ts';
import { publish, type Audience } from '../changes/publish.ts';
import { findRow, type Sql } from '../db/sql.ts';
import { keyedHash, type HubKey } from '../hub-key.ts';
import { takeNumbers } from './series.ts';

/** `EL-2026-00000001`, gap-free within a year. How the real register numbers its eLogbooks is not published (DOMAIN §3.2). */
export async function nextLogbookNumbers(sql: Sql, today: Day, count: number): Promise<readonly string[]> {
  const year = today.slice(0, 4);
  const last = await takeNumbers(sql, `EL-${year}`, count);
  return Array.from({ length: count }, (_, index) => `EL-${year}-${String(last - count + 1 + index).padStart(8, '0')}`);
}

export async function nextLogbookNumber(sql: Sql, today: Day): Promise<string> {
  const [number] = await nextLogbookNumbers(sql, today, 1);
  if (number === undefined) throw new Error('A series gave no number');
  return number;
}

/** What the QR of a logbook leads to (DOMAIN §3.2): twelve digits that nobody can guess from the logbook's number. */
export function verifyNumberOf(key: HubKey, logbookNumber: string): string {
  const digits = keyedHash(key, 'verify', logbookNumber).readBigUInt64BE() % 1_000_000_000_000n;
  return digits
    .toString()
    .padStart(12, '0')
    .replace(/(\d{4})(?=\d)/gu, '$1-');
}

export async function insertLogbook(sql: Sql, record: LogbookRecord, officeCode: string): Promise<void> {
  await sql.query(
    'INSERT INTO logbook (number, application_id, office_code, collection_office, body) VALUES ($1, $2::uuid, $3, $4, $5::jsonb)',
    record.number,
    record.applicationId,
    officeCode,
    record.collectionOffice,
    JSON.stringify(record),
  );
}

export async function findLogbook(sql: Sql, applicationId: string): Promise<LogbookRecord | undefined> {
  const row = await findRow<{ body: LogbookRecord }>(sql, 'SELECT body FROM logbook WHERE application_id = $1::uuid', applicationId);
  return row?.body;
}

/** The application whose approval made the eLogbook of this number. */
export async function findApplicationOfLogbook(sql: Sql, number: string): Promise<string | undefined> {
  const row = await findRow<{ id: string }>(sql, 'SELECT application_id AS id FROM logbook WHERE number = $1', number);
  return row?.id;
}

export async function updateLogbook(sql: Sql, record: LogbookRecord): Promise<void> {
  await sql.query('UPDATE logbook SET body = $2::jsonb WHERE number = $1', record.number, JSON.stringify(record));
}

/** Of a logbook by its own facts: the office that asked for the vehicle, and the one that hands it out. */
export function officesOfLogbook(officeCode: string, { collectionOffice }: LogbookRecord): readonly Audience[] {
  return [...new Set<Audience>([`office:${officeCode}`, ...(collectionOffice === '' ? [] : [`office:${collectionOffice}` as const])])];
}

/** The office that hands it out may print it; the office that sent the application may see it. */
export async function publishLogbook(sql: Sql, record: LogbookRecord, offices: readonly Audience[]): Promise<void> {
  for (const audience of offices) await publish(sql, { audience, kind: 'logbook', key: record.number, body: record });
}
