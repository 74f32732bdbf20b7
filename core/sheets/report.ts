import { addDays, startOfDay, type Day } from '#shared/base/instant.ts';
import { countSheets, writeSerial, type SheetCount, type SheetPeriod, type SheetRange } from '#shared/domain/sheet.ts';
import type { ReadDb } from '../db/database.ts';
import { listCounted, listRanges, type ReceivedRange } from './store.ts';

export interface RangeCount extends ReceivedRange {
  readonly count: SheetCount;
}

/** Both days are counted in. */
export function periodOf(from: Day, to: Day): SheetPeriod {
  return { from: startOfDay(from), to: startOfDay(addDays(to, 1)) };
}

/** The day end: for all sheets, and for each range that had any in that time. */
export function sheetReport(db: ReadDb, period: SheetPeriod): { readonly total: SheetCount; readonly ranges: readonly RangeCount[] } {
  const counted = listCounted(db, period);
  const ranges = listRanges(db).flatMap((range) => {
    const own = counted.filter(({ rangeId }) => rangeId === range.id);
    return own.length === 0 ? [] : [{ ...range, count: countSheets(own, period) }];
  });
  return { total: countSheets(counted, period), ranges };
}

export function endsOf(range: SheetRange): { readonly from: string; readonly to: string } {
  return { from: writeSerial({ ...range, number: range.first }), to: writeSerial({ ...range, number: range.last }) };
}
