import type * as z from 'zod';
import type { payloads } from '#shared/protocol/messages.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

/** A device begins a new epoch with a series letter of its own; the chain has proved where it joins (`journal/chain.ts`). */
export async function openEpoch(
  { sql, device, entry }: ActContext,
  payload: z.output<(typeof payloads)['devices.openEpoch']>,
): Promise<ActOutcome> {
  if (payload.epoch !== entry.epoch) return refused('entry.unreadable', { field: 'epoch' });
  await sql.query('UPDATE device SET epoch = $2, series_letter = $3 WHERE id = $1::uuid', device.id, payload.epoch, payload.seriesLetter);
  return applied;
}
