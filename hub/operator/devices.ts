import type { Instant } from '#shared/base/instant.ts';
import { publish } from '../changes/publish.ts';
import { findRow, type Sql } from '../db/sql.ts';
import { revokeKey } from '../devices/certificate.ts';
import { stateColumn, type DeviceState } from '../devices/device.ts';
import { findRecoveryCode } from '../devices/escrow.ts';
import type { OperatorWork } from './operate.ts';
import { tableOf } from './table.ts';

interface NamedDevice {
  id: string;
  officeCode: string;
  state: DeviceState;
}

/** Every device, where its journal ends, and what was lost each time it began again. */
export async function listDevices(sql: Sql): Promise<string> {
  const rows = await sql.query<{
    name: string;
    state: DeviceState;
    series: string;
    epoch: number;
    head: number;
    branch: number;
    enrolled: Instant;
    reason: string;
  }>(
    `SELECT office_code || '/' || device_no AS name, ${stateColumn} AS state, series_letter AS series, epoch, head_seq AS head,
       (SELECT coalesce(sum(branch_entries), 0)::integer FROM device_epoch WHERE device_id = device.id) AS branch,
       enrolled_at AS enrolled, state_reason AS reason
     FROM device ORDER BY office_code, device_no`,
  );
  return tableOf(rows);
}

/** Retiring: the device sends its queue and leaves. Revoked: it is answered no more from this moment. Its office is told either way. */
export async function stopDevice(
  { sql, now }: OperatorWork,
  { name, device: deviceName, reason }: { readonly name: 'retire' | 'revoke'; readonly device: string; readonly reason: string },
): Promise<string> {
  const device = await getDevice(sql, deviceName);
  const state = name === 'retire' ? 'retiring' : 'revoked';
  if (device.state === 'left' || device.state === 'revoked' || device.state === state) throw new Error(`${deviceName} is ${device.state}`);
  const column = name === 'retire' ? 'retiring_at' : 'revoked_at';
  await sql.query(`UPDATE device SET ${column} = $2, state_reason = $3 WHERE id = $1::uuid`, device.id, now, reason);
  await publish(sql, {
    audience: `office:${device.officeCode}`,
    kind: 'device',
    key: device.id,
    body: { deviceId: device.id, state, at: now, reason },
  });
  if (state === 'revoked') await revokeKey(sql, device.id, { why: 'revoked', at: now, reason });
  return `${deviceName} is ${state}`;
}

export async function showRecoveryCode({ sql, key }: OperatorWork, { device: deviceName }: { readonly device: string }): Promise<string> {
  const device = await getDevice(sql, deviceName);
  const code = await findRecoveryCode(sql, key, device.id);
  if (code === undefined) throw new Error(`${deviceName} has left no recovery code that this hub can open`);
  return `Recovery code of ${deviceName}: ${code}`;
}

async function getDevice(sql: Sql, deviceName: string): Promise<NamedDevice> {
  const [officeCode = '', deviceNo = ''] = deviceName.split('/');
  const device = await findRow<NamedDevice>(
    sql,
    `SELECT id, office_code AS "officeCode", ${stateColumn} AS state FROM device WHERE office_code = $1 AND device_no = $2 FOR UPDATE`,
    officeCode,
    Number(deviceNo),
  );
  if (!device) throw new Error(`No device ${deviceName}`);
  return device;
}
