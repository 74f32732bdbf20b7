import { createHash, sign } from 'node:crypto';
import { instantOf, instantPlusMs, msOf, type Instant } from '#shared/base/instant.ts';
import { certificateText, writeCertificate, type DeviceCertificate } from '#shared/protocol/paper-code.ts';
import { publish } from '../changes/publish.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';
import type { HubKey } from '../hub-key.ts';

/** The hub's word on the key of a device, by which any counter believes its papers with no network. */
export interface Certified {
  readonly deviceId: string;
  readonly officeCode: string;
  readonly deviceNo: number;
  readonly epoch: number;
  /** Ed25519, raw 32 bytes in base64. */
  readonly publicKey: string;
  readonly from: Instant;
}

/** The signed certificate in base64; the same for the same device and epoch however often it is made. */
export function certificateOf(key: HubKey, { officeCode, deviceNo, epoch, publicKey, from }: Certified): string {
  const certificate: DeviceCertificate = {
    hubMark: hubMarkOf(key),
    officeCode,
    deviceNo,
    epoch,
    publicKey: Buffer.from(publicKey, 'base64'),
    from: wholeSeconds(from),
    practice: key.practice,
  };
  const signature = sign(null, certificateText(certificate), key.privateKey);
  return Buffer.from(writeCertificate({ certificate, signature })).toString('base64');
}

/** Tells a device's office the certificate of its newest epoch. */
export async function publishCertificate(sql: Sql, key: HubKey, device: Certified): Promise<void> {
  await publish(sql, {
    audience: `office:${device.officeCode}`,
    kind: 'certificate',
    key: device.deviceId,
    body: { deviceId: device.deviceId, certificate: certificateOf(key, device) },
  });
}

/** A PC learns of its new epoch's certificate with its next pull; until then its papers bear the one before. */
const lateMs = 60 * 60_000;

/** A new epoch: its certificate, and from when on papers under the ones before are no longer made by the PC that the hub knows. */
export async function certifyEpoch(
  sql: Sql,
  key: HubKey,
  device: { readonly id: string; readonly epoch: number },
  now: Instant,
): Promise<void> {
  const row = await findRow<Omit<Certified, 'epoch' | 'from'>>(
    sql,
    `SELECT ${certifiedColumns} FROM device WHERE id = $1::uuid`,
    device.id,
  );
  if (!row) throw new Error('The device is not of this office');
  await publishCertificate(sql, key, { ...row, epoch: device.epoch, from: now });
  const lastEpoch = device.epoch - 1;
  await publishRevocation(sql, { ...row, lastEpoch, at: instantPlusMs(now, lateMs), why: 'new-epoch', reason: '' });
}

/** A device that goes, by its own word or the operator's: what its key signs from now on is no paper. */
export async function revokeKey(
  sql: Sql,
  id: string,
  stop: { readonly why: 'left' | 'revoked'; readonly at: Instant; readonly reason: string },
): Promise<void> {
  const row = await findRow<Omit<Certified, 'epoch' | 'from'>>(sql, `SELECT ${certifiedColumns} FROM device WHERE id = $1::uuid`, id);
  if (row) await publishRevocation(sql, { ...row, lastEpoch: null, ...stop });
}

/** Devices that were enrolled before hubs gave certificates, or whose office was never told of its newest. */
export async function certifyAll(database: Database, key: HubKey): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.operator', 'on', true)`);
    const rows = await sql.query<Certified>(
      `SELECT ${certifiedColumns}, device.epoch, device_epoch.opened_at AS from FROM device
       JOIN device_epoch ON device_epoch.device_id = device.id AND device_epoch.epoch = device.epoch
       WHERE revoked_at IS NULL AND left_at IS NULL
         AND NOT EXISTS (SELECT FROM change WHERE kind = 'certificate' AND audience = 'office:' || office_code AND key = device.id::text)`,
    );
    for (const device of rows) await publishCertificate(sql, key, device);
  });
}

const certifiedColumns = `device.id AS "deviceId", office_code AS "officeCode", device_no AS "deviceNo", public_key AS "publicKey"`;

interface Revoked extends Omit<Certified, 'epoch' | 'from'> {
  readonly lastEpoch: number | null;
  readonly at: Instant;
  readonly why: 'new-epoch' | 'left' | 'revoked';
  readonly reason: string;
}

async function publishRevocation(sql: Sql, { officeCode, deviceNo, publicKey, lastEpoch, at, why, reason }: Revoked): Promise<void> {
  await publish(sql, {
    audience: 'all',
    kind: 'revocation',
    // An office may tell all others of its own devices only, by this key (0002-row-level-security.sql).
    key: `${officeCode}/${deviceNo}:${lastEpoch ?? why}`,
    body: { publicKey, officeCode, deviceNo, lastEpoch, at, why, reason },
  });
}

function hubMarkOf({ publicKey }: HubKey): Uint8Array {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest().subarray(0, 4);
}

function wholeSeconds(at: Instant): Instant {
  return instantOf(Math.floor(msOf(at) / 1000) * 1000);
}
