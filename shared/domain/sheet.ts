import { accept, decline, type Decision, type Problem } from '../base/decision.ts';
import type { Instant } from '../base/instant.ts';
import { spoilReasons } from './print-job.ts';

/**
 * What comes by the pack and is used one by one: sheets that copies of logbooks are printed on, or motorcycle plates by the serial that the
 * registry puts on each (DOMAIN §2.1).
 */
export const packKinds = ['logbook', 'plate'] as const;
export type PackKind = (typeof packKinds)[number];

/** Where a numbered office sheet stands: in stock, then used, spoiled or given back, each once (FEATURES C2). */
export const sheetStates = ['received', 'used', 'spoiled', 'returned'] as const;
export type SheetState = (typeof sheetStates)[number];

/** Why a sheet is worth nothing any more: as a printer spoils it, or that it was never in the pack. */
export const sheetSpoilReasons = [...spoilReasons, 'missing'] as const;
export type SheetSpoilReason = (typeof sheetSpoilReasons)[number];

/** The number printed on a sheet, taken apart; the form of a real office's sheets is not established, so any prefix will do. */
export interface SheetSerial {
  /** Letters and signs before the number, such as `KE-`; may be empty. */
  readonly prefix: string;
  readonly number: number;
  /** How many digits the number is printed with. */
  readonly digits: number;
}

/** Sheets that came as one pack. */
export interface SheetRange {
  readonly prefix: string;
  readonly digits: number;
  readonly first: number;
  readonly last: number;
}

/** More than a year's sheets of a busy counter: a longer range is a typing mistake. */
export const longestRange = 20_000;

const serialShape = /^([A-Z][A-Z/-]{0,7})?(\d{3,12})$/u;

/** As a clerk types it or a scanner reads it: small letters and blanks are no mistake. */
export function readSerial(text: string): Decision<SheetSerial, 'sheet.serial-shape'> {
  const plain = text.toUpperCase().replaceAll(/\s/gu, '');
  const [, prefix = '', digits = ''] = serialShape.exec(plain) ?? [];
  if (digits === '') return decline('sheet.serial-shape', { serial: plain });
  return accept({ prefix, number: Number(digits), digits: digits.length });
}

export function writeSerial({ prefix, number, digits }: SheetSerial): string {
  return `${prefix}${String(number).padStart(digits, '0')}`;
}

type RangeProblem = 'sheet.serial-shape' | 'sheet.range-mixed' | 'sheet.range-backwards' | 'sheet.range-too-long';

/** The range between the first and the last serial of a pack. */
export function readRange(from: string, to: string): Decision<SheetRange, RangeProblem> {
  const first = readSerial(from);
  if (!first.ok) return first;
  const last = readSerial(to);
  if (!last.ok) return last;
  const serials = { from: writeSerial(first.value), to: writeSerial(last.value) };
  if (first.value.prefix !== last.value.prefix || first.value.digits !== last.value.digits) return decline('sheet.range-mixed', serials);
  if (last.value.number < first.value.number) return decline('sheet.range-backwards', serials);
  if (last.value.number - first.value.number >= longestRange) return decline('sheet.range-too-long', { ...serials, most: longestRange });
  const { prefix, digits, number } = first.value;
  return accept({ prefix, digits, first: number, last: last.value.number });
}

/** What the hub says to a range: nothing yet, that it knows it as this PC's, or that another PC holds some of it. */
export const rangeStandings = ['waiting', 'known', 'elsewhere'] as const;
export type RangeStanding = (typeof rangeStandings)[number];

/** Ranges that would give one serial twice. */
export function rangesOverlap(one: SheetRange, other: SheetRange): boolean {
  return one.prefix === other.prefix && one.digits === other.digits && one.first <= other.last && other.first <= one.last;
}

type SheetProblem = 'sheet.foreign' | 'sheet.unknown' | 'sheet.used' | 'sheet.spoiled' | 'sheet.returned';

/** What the ledger has of a serial: nothing, or where the sheet stands. */
export interface KnownSheet {
  readonly state: SheetState;
  /** When it left the stock. */
  readonly takenAt: Instant | null;
}

/**
 * Why a sheet may not be taken out of the stock: it was used, spoiled or given back before, its number was never received, or it is of
 * another office's make.
 */
export function takeProblem(
  serial: SheetSerial,
  sheet: KnownSheet | undefined,
  ranges: readonly SheetRange[],
): Problem<SheetProblem> | undefined {
  const facts = { serial: writeSerial(serial) };
  if (sheet) return sheet.state === 'received' ? undefined : { code: `sheet.${sheet.state}`, facts: { ...facts, at: sheet.takenAt ?? '' } };
  const isOurs = ranges.some(({ prefix, digits }) => prefix === serial.prefix && digits === serial.digits);
  return { code: isOurs ? 'sheet.unknown' : 'sheet.foreign', facts };
}

/** A sheet's life, as the day end counts it. */
export interface SheetLife {
  readonly receivedAt: Instant;
  /** When it left the stock, whatever became of it. */
  readonly takenAt: Instant | null;
  readonly state: SheetState;
  /** When it was found spoiled: at once, or after a person had looked at it. */
  readonly spoiledAt: Instant | null;
}

/** `from` is counted in, `to` is not. */
export interface SheetPeriod {
  readonly from: Instant;
  readonly to: Instant;
}

/** The sheets of a period: what was there or came, and where each of them went. */
export interface SheetCount {
  /** In stock when the period began. */
  readonly opening: number;
  readonly received: number;
  readonly used: number;
  readonly spoiled: number;
  readonly returned: number;
  /** In stock when it ended. */
  readonly left: number;
  /** Used in an earlier period and found spoiled in this one; counted there as used. */
  readonly spoiledLater: number;
}

const nothing: SheetCount = { opening: 0, received: 0, used: 0, spoiled: 0, returned: 0, left: 0, spoiledLater: 0 };

/** Counts a period as it stood at its end, so that a report of yesterday never changes. */
export function countSheets(sheets: readonly SheetLife[], period: SheetPeriod): SheetCount {
  const count = { ...nothing };
  for (const sheet of sheets) {
    const isTakenBefore = sheet.takenAt !== null && sheet.takenAt < period.from;
    if (isTakenBefore && within(sheet.spoiledAt, period)) count.spoiledLater += 1;
    if (isTakenBefore || sheet.receivedAt >= period.to) continue;
    count[sheet.receivedAt < period.from ? 'opening' : 'received'] += 1;
    count[placeAtEnd(sheet, period)] += 1;
  }
  return count;
}

function placeAtEnd({ takenAt, state, spoiledAt }: SheetLife, { to }: SheetPeriod): 'used' | 'spoiled' | 'returned' | 'left' {
  if (takenAt === null || takenAt >= to || state === 'received') return 'left';
  if (state === 'returned') return 'returned';
  return spoiledAt !== null && spoiledAt < to ? 'spoiled' : 'used';
}

function within(at: Instant | null, { from, to }: SheetPeriod): boolean {
  return at !== null && at >= from && at < to;
}

/** Sheets that were there and went nowhere; anything but 0 is a fault of the ledger. */
export function unaccounted({ opening, received, used, spoiled, returned, left }: SheetCount): number {
  return opening + received - used - spoiled - returned - left;
}
