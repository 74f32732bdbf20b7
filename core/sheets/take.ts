import type { Instant } from '#shared/base/instant.ts';
import { rangesOverlap, readSerial, takeProblem, writeSerial, type PackKind, type SheetSpoilReason } from '#shared/domain/sheet.ts';
import type { CommandContext } from '../context.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { AppError } from '../refusal.ts';
import { endsOf } from './report.ts';
import { countStock, findNextSheet, findSheet, listRanges, markSpoiled, markUsed } from './store.ts';

/** An office keeps sheets, or plates, from the day on which it received its first range of them. */
export function keepsSheets(db: ReadDb, kind: PackKind = 'logbook'): boolean {
  return listRanges(db).some((range) => range.kind === kind);
}

export interface SheetWanted {
  /** What the clerk read off the sheet in hand; null takes the next of the pack. */
  readonly serial: string | null;
  readonly logbookNumber: string;
  readonly copy: number;
}

/** Takes a sheet out of the stock for a copy, in the caller's transaction; null where this office keeps none. */
export function takeSheet(cx: CommandContext, { serial, logbookNumber, copy }: SheetWanted): string | null {
  if (!keepsSheets(cx.db)) return null;
  const taken = serial === null ? findNextSheet(cx.db, 'logbook') : stockSerial(cx.db, 'logbook', serial);
  if (taken === undefined) throw new AppError('sheet.none-left');
  markUsed(cx.db, { serial: taken, logbookNumber, copy, at: cx.now, by: cx.actor.name });
  cx.announce('sheets');
  return taken;
}

/** Gives a plate of the stock, by the serial read off it, in the caller's transaction: no serial is given twice. */
export function takePlate(cx: CommandContext, text: string): string {
  const serial = stockSerial(cx.db, 'plate', text);
  markUsed(cx.db, { serial, logbookNumber: null, copy: null, at: cx.now, by: cx.actor.name });
  cx.announce('sheets');
  return serial;
}

/** The serial of a sheet or plate that lies in stock; each that does not is refused with its own reason. */
function stockSerial(db: ReadDb, kind: PackKind, text: string): string {
  const read = readSerial(text);
  if (!read.ok) throw new AppError(read.problem.code, read.problem.facts);
  const serial = writeSerial(read.value);
  const ranges = listRanges(db).filter((range) => range.kind === kind);
  const sheet = findSheet(db, serial);
  const problem = takeProblem(read.value, sheet?.kind === kind ? sheet : undefined, ranges);
  if (problem && kind === 'plate') throw new AppError('plate.serial-not-here', { serial });
  if (problem) throw new AppError(problem.code, { ...problem.facts, left: countStock(db, kind) });
  const { number, ...make } = read.value;
  const range = ranges.find((one) => rangesOverlap(one, { ...make, first: number, last: number }));
  if (range?.standing === 'elsewhere') throw new AppError('sheet.range-elsewhere', { ...endsOf(range), ...range.holder });
  return serial;
}

/** The serial of a sheet that was received here at some time, whatever became of it. */
export function knownSerial(db: ReadDb, text: string): string {
  const read = readSerial(text);
  if (!read.ok) throw new AppError(read.problem.code, read.problem.facts);
  const serial = writeSerial(read.value);
  const problem = findSheet(db, serial) ? undefined : takeProblem(read.value, undefined, listRanges(db));
  if (problem) throw new AppError(problem.code, problem.facts);
  return serial;
}

export interface SheetToSpoil {
  readonly serial: string;
  readonly reason: SheetSpoilReason;
  readonly note?: string | undefined;
  readonly at: Instant;
  readonly by: string;
}

/** Notes that nothing came out on a sheet, or not as it should: it is worth nothing from now on, and what was on it may be printed again. */
export function spoilSheet(db: WriteDb, { note = '', ...sheet }: SheetToSpoil): void {
  if (markSpoiled(db, { ...sheet, note }) === 1) return;
  const known = findSheet(db, sheet.serial);
  if (known?.state === 'spoiled' || known?.state === 'returned')
    throw new AppError(`sheet.${known.state}`, { serial: sheet.serial, at: known.takenAt ?? '' });
  throw new AppError('sheet.unknown', { serial: sheet.serial });
}
