import { rangesOverlap, readRange, writeSerial, type SheetRange } from '#shared/domain/sheet.ts';
import type { ReadDb } from '../db/database.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { checkSupervisor, judgeSupervisor } from '../people/service.ts';
import { AppError } from '../refusal.ts';
import { endsOf, periodOf, sheetReport } from './report.ts';
import {
  countStates,
  countStock,
  findNextSheet,
  findSheet,
  insertRange,
  listRanges,
  listTaken,
  markReturned,
  markTakenOut,
} from './store.ts';
import { knownSerial, spoilSheet } from './take.ts';

const longestList = 500;

/** The ledger of numbered office sheets. */
export const sheetHandlers: FeatureHandlers<'sheets'> = {
  stock: (cx, { kind }) => {
    const ranges = listRanges(cx.db).filter((range) => range.kind === kind);
    const counts = countStates(cx.db);
    return {
      keeps: ranges.length > 0,
      left: countStock(cx.db, kind),
      next: findNextSheet(cx.db, kind) ?? null,
      ranges: ranges.map((range) => {
        const { received = 0, ...gone } = counts.get(range.id) ?? {};
        const { id, receivedAt, receivedBy, standing, holder } = range;
        return {
          id,
          ...endsOf(range),
          receivedAt,
          receivedBy,
          standing,
          holder,
          used: 0,
          spoiled: 0,
          returned: 0,
          ...gone,
          left: received,
        };
      }),
    };
  },
  look: (cx, { serial: typed }) => {
    const { kind: _kind, ...sheet } = getSheet(cx.db, knownSerial(cx.db, typed));
    return sheet;
  },
  receive: (cx, { kind, from, to }) => {
    const range = rangeOf(from, to);
    const before = listRanges(cx.db).find((one) => rangesOverlap(one, range));
    if (before) throw new AppError('sheet.range-overlaps', endsOf(before));
    const id = cx.newId();
    insertRange(cx.db, { ...range, id, kind, receivedAt: cx.now, receivedBy: cx.actor.name, entryId: cx.entryId });
    cx.setSubject(subjectOf(id));
    const count = countOf(range);
    cx.setPayload({ rangeId: id, kind, ...endsOf(range), count });
    cx.announce('sheets');
    return { id, count };
  },
  spoil: prepared({
    prepare: (cx, { supervisor }) => (supervisor ? checkSupervisor(cx, supervisor) : Promise.resolve(null)),
    execute: (cx, { serial: typed, reason, note }, checked) => {
      const sheet = getSheet(cx.db, knownSerial(cx.db, typed));
      const { serial } = sheet;
      const payload = { serial, reason, note, was: sheet.state };
      cx.setPayload(payload);
      // A plate that was given bears somebody's mark: it comes back by the shelf.
      if (sheet.state === 'used' && sheet.kind === 'plate') throw new AppError('plate.serial-not-here', { serial });
      if (sheet.state === 'used') {
        if (!checked) throw new AppError('sheet.needs-supervisor', { serial });
        const { supervisor, refusal } = judgeSupervisor(cx, checked);
        if (refusal) {
          cx.refuseAfterCommit(refusal);
          return {};
        }
        cx.setPayload({ ...payload, supervisor: supervisor.name });
      }
      spoilSheet(cx.db, { serial, reason, note, at: cx.now, by: cx.actor.name });
      cx.announce('sheets', 'logbooks');
      return {};
    },
  }),
  giveBack: (cx, { from, to }) => {
    const range = rangeOf(from, to);
    const count = countOf(range);
    const serials = Array.from({ length: count }, (_, index) => writeSerial({ ...range, number: range.first + index }));
    const inStock = markReturned(cx.db, serials, { at: cx.now, by: cx.actor.name });
    if (inStock !== count) throw new AppError('sheet.range-not-in-stock', { count, inStock });
    cx.setPayload({ ...endsOf(range), count });
    cx.announce('sheets');
    return { count };
  },
  takeOut: (cx, { rangeId }) => {
    const range = listRanges(cx.db).find(({ id }) => id === rangeId);
    if (range?.standing !== 'elsewhere') throw new AppError('act.not-found', { what: 'sheet-range' });
    const count = markTakenOut(cx.db, rangeId, { at: cx.now, by: cx.actor.name });
    // The same subject as the act that the hub refused: with this, the refusal is dealt with.
    cx.setSubject(subjectOf(rangeId));
    cx.setPayload({ rangeId, ...endsOf(range), count });
    cx.announce('sheets');
    return { count };
  },
  report: (cx, { from, to }) => {
    const period = periodOf(from, to);
    const { total, ranges } = sheetReport(cx.db, period);
    return {
      total,
      ranges: ranges.map(({ id, receivedAt, receivedBy, count, ...range }) => ({ id, ...endsOf(range), receivedAt, receivedBy, count })),
      taken: listTaken(cx.db, period, longestList),
    };
  },
};

function subjectOf(rangeId: string): string {
  return `sheet-range:${rangeId}`;
}

function getSheet(db: ReadDb, serial: string) {
  const sheet = findSheet(db, serial);
  if (!sheet) throw new AppError('sheet.unknown', { serial });
  return sheet;
}

function rangeOf(from: string, to: string): SheetRange {
  const range = readRange(from, to);
  if (!range.ok) throw new AppError(range.problem.code, range.problem.facts);
  return range.value;
}

function countOf({ first, last }: SheetRange): number {
  return last - first + 1;
}
