import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { escrowAnswer, escrowRequest } from '#shared/protocol/messages.ts';
import { sealContexts } from '#shared/protocol/seal.ts';
import { openSealed } from '../crypto/seal.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';
import type { HubKey } from '../hub-key.ts';
import { HubRefusal } from '../refusal.ts';
import type { Device } from './device.ts';

export interface EscrowContext {
  readonly database: Database;
  readonly device: Device;
  readonly key: HubKey;
  readonly now: Instant;
}

/** Keeps a device's sealed recovery code beside the older ones. One that the hub could not open on the day it is needed is refused today. */
export async function keepEscrow(
  { database, device, key, now }: EscrowContext,
  { sealed }: z.output<typeof escrowRequest>,
): Promise<z.input<typeof escrowAnswer>> {
  if (openEscrow(key, device.id, sealed) === undefined) throw new HubRefusal(400, 'request.invalid', { field: 'sealed' });
  await database.transaction((sql) =>
    sql.query(
      `INSERT INTO device_escrow (device_id, received_at, sealed) VALUES ($1::uuid, $2, $3)
       ON CONFLICT (device_id, received_at) DO UPDATE SET sealed = excluded.sealed`,
      device.id,
      now,
      sealed,
    ),
  );
  return { hubTime: now };
}

/** The newest recovery code of a device as it is typed there; undefined where none was left. */
export async function findRecoveryCode(sql: Sql, key: HubKey, deviceId: string): Promise<string | undefined> {
  const row = await findRow<{ sealed: string }>(
    sql,
    'SELECT sealed FROM device_escrow WHERE device_id = $1::uuid ORDER BY received_at DESC LIMIT 1',
    deviceId,
  );
  return row && openEscrow(key, deviceId, row.sealed);
}

function openEscrow(key: HubKey, deviceId: string, sealed: string): string | undefined {
  return openSealed(key.sealPrivateKey, sealContexts.escrow(deviceId), Buffer.from(sealed, 'base64'))?.toString();
}
