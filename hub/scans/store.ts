import type { Instant } from '#shared/base/instant.ts';
import { inOffice } from '../db/scope.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';
import type { Device } from '../devices/device.ts';

export async function recordScan(database: Database, device: Device, scan: { sha256: string; bytes: number; at: Instant }): Promise<void> {
  await inOffice(database, device, (sql) =>
    sql.query(
      'INSERT INTO scan (sha256, office_code, bytes, received_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      scan.sha256,
      device.officeCode,
      scan.bytes,
      scan.at,
    ),
  );
}

/** Whether this office may read a scan: it sent it, or registrars work there. */
export async function mayReadScan(database: Database, device: Device, sha256: string): Promise<boolean> {
  const row = await inOffice(database, device, (sql) => findRow(sql, 'SELECT sha256 FROM scan WHERE sha256 = $1 LIMIT 1', sha256));
  return row !== undefined;
}

/** Whether the hub has it from this very office; that another sent the same is none of its business until it has shown the bytes. */
export async function hasSentScan(database: Database, device: Device, sha256: string): Promise<boolean> {
  return inOffice(database, device, (sql) => knowsScanOf(sql, device.officeCode, sha256));
}

/** Whether the bytes of a scan came from this office. */
export async function knowsScanOf(sql: Sql, officeCode: string, sha256: string): Promise<boolean> {
  return (await findRow(sql, 'SELECT sha256 FROM scan WHERE sha256 = $1 AND office_code = $2', sha256, officeCode)) !== undefined;
}
