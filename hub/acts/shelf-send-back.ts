import type * as z from 'zod';
import { readRange } from '#shared/domain/sheet.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { removeNumbers } from '../register/sheet-store.ts';
import { movePlates } from '../register/stock-store.ts';
import { applied, type ActContext, type ActOutcome } from './act.ts';

/** Plates left a shelf without their owner: the motorcycle waits for its plates again, and another office may receive this one. */
export async function shelfSendBack(
  { sql, device }: ActContext,
  { plates, at }: z.output<(typeof payloads)['shelf.sendBack']>,
): Promise<ActOutcome> {
  if (plates === null) return applied;
  await movePlates(sql, plates.plate, { state: 'registered', at });
  const pack = readRange(plates.serial, plates.serial);
  if (pack.ok) await removeNumbers(sql, device.id, pack.value);
  return applied;
}
