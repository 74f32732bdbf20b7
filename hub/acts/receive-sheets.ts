import type * as z from 'zod';
import { readRange, writeSerial, type SheetRange } from '#shared/domain/sheet.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { findHolder, insertRange, removeNumbers } from '../register/sheet-store.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

/** A pack belongs to the device that received it first; whoever brings one of its numbers again is told where it is. */
export async function receiveSheets(
  { sql, device, now }: ActContext,
  { rangeId, from, to }: z.output<(typeof payloads)['sheets.receive']>,
): Promise<ActOutcome> {
  const range = readRange(from, to);
  if (!range.ok) return refused(range.problem.code, range.problem.facts);
  const holder = await findHolder(sql, device.id, range.value);
  if (!holder) {
    await insertRange(sql, { id: rangeId, device, range: range.value, at: now });
    return applied;
  }
  const { officeCode, deviceNo, first, last } = holder;
  return refused('sheet.range-elsewhere', { ...endsOf({ ...range.value, first, last }), office: officeCode, device: deviceNo });
}

/** From now on another device may receive these numbers. */
export async function giveSheetsBack(
  { sql, device }: ActContext,
  { from, to }: z.output<(typeof payloads)['sheets.giveBack']>,
): Promise<ActOutcome> {
  const range = readRange(from, to);
  if (!range.ok) return refused(range.problem.code, range.problem.facts);
  await removeNumbers(sql, device.id, range.value);
  return applied;
}

function endsOf(range: SheetRange): { readonly from: string; readonly to: string } {
  return { from: writeSerial({ ...range, number: range.first }), to: writeSerial({ ...range, number: range.last }) };
}
