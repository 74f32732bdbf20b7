import type { Instant } from '#shared/base/instant.ts';
import type { PushedEntry } from '#shared/protocol/messages.ts';
import type { Database } from '../db/sql.ts';
import type { HubLog } from '../log.ts';
import { HubRefusal } from '../refusal.ts';

export interface AlarmContext {
  readonly database: Database;
  readonly device: { readonly id: string };
  readonly log: HubLog;
  readonly now: Instant;
}

/**
 * Remembers a fault in a device's journal for the operator. The batch was refused and its transaction undone, so this is another one; what
 * keeps it from being written is logged, because the device has to hear of the fault in any case.
 */
export async function keepAlarm({ database, device, log, now }: AlarmContext, entries: readonly PushedEntry[], error: unknown) {
  if (!(error instanceof HubRefusal) || !error.code.startsWith('chain.')) return;
  const fault = error.code;
  const at = Number(error.facts['seq']);
  const { epoch = 0, seq = 0 } = entries.find((entry) => entry.seq === at) ?? {};
  log({ level: 'warn', event: 'chain.alarm', facts: { device: device.id, epoch, seq, fault } });
  const statement = `INSERT INTO chain_alarm (device_id, epoch, seq, fault, first_at, last_at, times) VALUES ($1::uuid, $2, $3, $4, $5, $5, 1)
     ON CONFLICT (device_id, epoch, seq, fault) DO UPDATE SET last_at = excluded.last_at, times = chain_alarm.times + 1`;
  try {
    await database.transaction((sql) => sql.query(statement, device.id, epoch, seq, fault, now));
  } catch (cause) {
    log({ level: 'error', event: 'chain.alarm-lost', facts: { device: device.id, epoch, seq, fault, error: String(cause) } });
  }
}
