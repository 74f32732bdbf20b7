import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import { firstPreviousHash } from '#shared/protocol/entry.ts';
import type { EnrolAnswer, enrolRequest } from '#shared/protocol/messages.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';
import type { HubKey } from '../hub-key.ts';
import { HubRefusal } from '../refusal.ts';
import { certificateOf, publishCertificate, type Certified } from './certificate.ts';
import { publicKeyOf } from './device.ts';
import { hashEnrolCode } from './enrol-code.ts';

interface CodeRow {
  office_code: string;
  device_id: string | null;
  expired: boolean;
}

interface EnrolledRow {
  id: string;
  device_no: number;
  epoch: number;
  series_letter: string;
  office_code: string;
  office_name: string;
  registrar: boolean;
  public_key: string;
  from: Instant;
}

export interface EnrolContext {
  readonly database: Database;
  readonly key: HubKey;
  readonly practice: boolean;
  readonly now: Instant;
}

/**
 * Makes the PC that holds this key a device of the code's office. The code works once; the same PC asking again after a lost reply gets
 * the same answer.
 */
export async function enrol(cx: EnrolContext, request: z.infer<typeof enrolRequest>): Promise<EnrolAnswer> {
  if (!publicKeyOf(request.publicKey)) throw new HubRefusal(400, 'request.invalid', { field: 'publicKey' });
  const row = await cx.database.transaction(async (sql) => {
    const codeHash = hashEnrolCode(request.code);
    const code = await lockCode(sql, codeHash, cx.now);
    if (!code) return undefined;
    if (code.device_id !== null) return findEnrolled(sql, code.device_id, request.publicKey);
    if (code.expired) return undefined;
    const added = await addDevice(sql, { codeHash, officeCode: code.office_code, request, now: cx.now });
    if (added) await publishCertificate(sql, cx.key, certified(added));
    return added;
  });
  if (!row) throw new HubRefusal(403, 'enrol.code-wrong');
  return answerOf(row, cx);
}

function lockCode(sql: Sql, codeHash: string, now: Instant): Promise<CodeRow | undefined> {
  return findRow(
    sql,
    'SELECT office_code, device_id, expires_at <= $2 AS expired FROM enrol_code WHERE code_hash = $1 FOR UPDATE',
    codeHash,
    now,
  );
}

interface NewDevice {
  readonly codeHash: string;
  readonly officeCode: string;
  readonly request: Pick<z.infer<typeof enrolRequest>, 'publicKey' | 'sealKey'>;
  readonly now: Instant;
}

async function addDevice(sql: Sql, device: NewDevice): Promise<EnrolledRow | undefined> {
  // Two PCs of one office at once must not get one number.
  await sql.query('SELECT code FROM office WHERE code = $1 FOR UPDATE', device.officeCode);
  const id = randomUUID();
  const added = await findRow(
    sql,
    `INSERT INTO device (id, office_code, device_no, epoch, series_letter, public_key, seal_key, enrolled_at, head_seq, head_hash)
     SELECT $1::uuid, $2, coalesce(max(device_no), 0) + 1, 1, 'A', $3, $4, $5, 0, $6 FROM device WHERE office_code = $2
     ON CONFLICT (public_key) DO NOTHING RETURNING id`,
    id,
    device.officeCode,
    device.request.publicKey,
    device.request.sealKey,
    device.now,
    firstPreviousHash,
  );
  if (!added) throw new HubRefusal(400, 'request.invalid', { field: 'publicKey' });
  await sql.query(
    `INSERT INTO device_epoch (device_id, epoch, series_letter, joined_seq, branch_entries, why, opened_at)
     SELECT id, epoch, series_letter, 0, 0, 'enrolled', enrolled_at FROM device WHERE id = $1::uuid`,
    id,
  );
  await sql.query('UPDATE enrol_code SET device_id = $2::uuid WHERE code_hash = $1', device.codeHash, id);
  return findEnrolled(sql, id, device.request.publicKey);
}

function findEnrolled(sql: Sql, id: string, publicKey: string): Promise<EnrolledRow | undefined> {
  return findRow(
    sql,
    `SELECT device.id, device_no, device.epoch, device.series_letter, office_code, office.name AS office_name, office.registrar, public_key,
       device_epoch.opened_at AS from
     FROM device JOIN office ON office.code = device.office_code
       JOIN device_epoch ON device_epoch.device_id = device.id AND device_epoch.epoch = device.epoch
     WHERE device.id = $1::uuid AND public_key = $2
       AND revoked_at IS NULL AND left_at IS NULL`,
    id,
    publicKey,
  );
}

function certified(row: EnrolledRow): Certified {
  return {
    deviceId: row.id,
    officeCode: row.office_code,
    deviceNo: row.device_no,
    epoch: row.epoch,
    publicKey: row.public_key,
    from: row.from,
  };
}

function answerOf(row: EnrolledRow, { key, practice }: EnrolContext): EnrolAnswer {
  return {
    deviceId: row.id,
    deviceNo: row.device_no,
    epoch: row.epoch,
    seriesLetter: row.series_letter,
    office: { code: row.office_code, name: row.office_name, registrar: row.registrar },
    practice,
    hubKey: key.publicKey,
    hubSealKey: key.sealPublicKey,
    certificate: certificateOf(key, certified(row)),
  };
}
