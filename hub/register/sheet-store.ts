import type { Instant } from '#shared/base/instant.ts';
import type { SheetRange } from '#shared/domain/sheet.ts';
import { findRow, type Sql } from '../db/sql.ts';
import type { Device } from '../devices/device.ts';

/** Who holds numbers of a range, and which. */
interface SheetHolder {
  readonly officeCode: string;
  readonly deviceNo: number;
  readonly first: number;
  readonly last: number;
}

/** Another device, of any office, that received some of these numbers. Until the transaction ends nobody else receives any. */
export async function findHolder(sql: Sql, deviceId: string, range: SheetRange): Promise<SheetHolder | undefined> {
  const row = await findRow<{ officeCode: string; deviceNo: number; first: string; last: string }>(
    sql,
    `SELECT holder_office AS "officeCode", holder_device AS "deviceNo", first_number::text AS first, last_number::text AS last
     FROM kaunta_sheet_holder($1::uuid, $2, $3::integer, $4::int8multirange)`,
    deviceId,
    range.prefix,
    range.digits,
    numbersOf(range),
  );
  return row && { ...row, first: Number(row.first), last: Number(row.last) };
}

interface NewRange {
  readonly id: string;
  readonly device: Device;
  readonly range: SheetRange;
  readonly at: Instant;
}

export async function insertRange(sql: Sql, { id, device, range, at }: NewRange): Promise<void> {
  await sql.query(
    `INSERT INTO sheet_range (id, office_code, device_id, prefix, digits, numbers, received_at)
     VALUES ($1::uuid, $2, $3::uuid, $4, $5::integer, $6::int8multirange, $7) ON CONFLICT (id) DO NOTHING`,
    id,
    device.officeCode,
    device.id,
    range.prefix,
    range.digits,
    numbersOf(range),
    at,
  );
}

export async function removeNumbers(sql: Sql, deviceId: string, range: SheetRange): Promise<void> {
  await sql.query(
    `UPDATE sheet_range SET numbers = numbers - $4::int8multirange
     WHERE device_id = $1::uuid AND prefix = $2 AND digits = $3::integer AND numbers && $4::int8multirange`,
    deviceId,
    range.prefix,
    range.digits,
    numbersOf(range),
  );
}

function numbersOf({ first, last }: SheetRange): string {
  return `{[${first},${last}]}`;
}
