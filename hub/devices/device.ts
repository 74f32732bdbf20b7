import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { OfficeScope } from '../db/scope.ts';
import type { PushAnswer } from '#shared/protocol/messages.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';

/** `retiring` may still send its queue; `revoked` and `left` are answered no more. */
export type DeviceState = 'working' | 'retiring' | 'revoked' | 'left';

/** A PC of an office that may speak to the hub. */
export interface Device extends OfficeScope {
  readonly id: string;
  readonly deviceNo: number;
  readonly epoch: number;
  readonly publicKey: KeyObject;
  readonly state: DeviceState;
}

export type ChainHead = PushAnswer['head'];

interface DeviceRow {
  id: string;
  office_code: string;
  device_no: number;
  epoch: number;
  public_key: string;
  state: DeviceState;
  registrar: boolean;
}

/** SQL: the state of a row of `device`. */
export const stateColumn = `CASE WHEN device.revoked_at IS NOT NULL THEN 'revoked' WHEN device.left_at IS NOT NULL THEN 'left'
  WHEN device.retiring_at IS NOT NULL THEN 'retiring' ELSE 'working' END`;

export async function findDevice(database: Database, id: string): Promise<Device | undefined> {
  const row = await findRow<DeviceRow>(
    database,
    `SELECT device.id, device.office_code, device.device_no, device.epoch, device.public_key, office.registrar, ${stateColumn} AS state
     FROM device JOIN office ON office.code = device.office_code WHERE device.id = $1::uuid`,
    id,
  );
  return row && deviceOf(row);
}

/** Where the device's chain ends as the hub knows it. */
export async function findHead(sql: Sql, id: string): Promise<ChainHead> {
  const head = await findRow<ChainHead>(sql, 'SELECT epoch, head_seq AS seq, head_hash AS hash FROM device WHERE id = $1::uuid', id);
  if (!head) throw new Error('The device is not of this office');
  return head;
}

/** The public key of 32 raw bytes in base64, or undefined where they are not a key. */
export function publicKeyOf(rawBase64: string): KeyObject | undefined {
  const bytes = Buffer.from(rawBase64, 'base64');
  if (bytes.length !== 32) return undefined;
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** Whether the device's key made this signature (base64, Ed25519) over these bytes. */
export function isSignedBy(device: Pick<Device, 'publicKey'>, bytes: Buffer, signatureBase64: string): boolean {
  const signature = Buffer.from(signatureBase64, 'base64');
  return signature.length === 64 && verify(null, bytes, device.publicKey, signature);
}

/** Keys read of their texts. Which key a device has is asked of the database each time, so nothing that was revoked stands here. */
const readKeys = new Map<string, KeyObject>();
const mostReadKeys = 10_000;

function storedKeyOf(rawBase64: string): KeyObject {
  const read = readKeys.get(rawBase64) ?? publicKeyOf(rawBase64);
  if (!read) throw new Error('A stored public key is no key');
  if (readKeys.size >= mostReadKeys) readKeys.clear();
  readKeys.set(rawBase64, read);
  return read;
}

function deviceOf(row: DeviceRow): Device {
  const publicKey = storedKeyOf(row.public_key);
  const { id, epoch, state, registrar } = row;
  return { id, officeCode: row.office_code, deviceNo: row.device_no, epoch, publicKey, state, registrar };
}
