import type * as z from 'zod';
import type { payloads } from '#shared/protocol/messages.ts';
import { findRow } from '../db/sql.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

/**
 * A device begins a new epoch. The journal has opened it (`journal/opening.ts`); what is judged here is its series letter: another epoch's
 * would give two customers one receipt number.
 */
export async function openEpoch(
  { sql, device, entry }: ActContext,
  payload: z.output<(typeof payloads)['devices.openEpoch']>,
): Promise<ActOutcome> {
  const opened = await findRow<{ used: boolean }>(
    sql,
    `SELECT EXISTS (SELECT FROM device_epoch AS other
       WHERE other.device_id = this.device_id AND other.epoch < this.epoch AND other.series_letter = this.series_letter) AS used
     FROM device_epoch AS this WHERE device_id = $1::uuid AND epoch = $2
       AND NOT EXISTS (SELECT FROM entry WHERE entry.device_id = this.device_id AND entry.epoch = this.epoch AND seq < $3)`,
    device.id,
    entry.epoch,
    entry.seq,
  );
  if (!opened || payload.epoch !== entry.epoch) return refused('entry.unreadable', { field: 'epoch' });
  return opened.used ? refused('epoch.series-used', { seriesLetter: payload.seriesLetter }) : applied;
}
