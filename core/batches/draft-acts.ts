import { questionKey } from '#shared/domain/batch/judged-row.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { KeepContext } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { AppError } from '../refusal.ts';
import { refuseSent, seenBatch } from './access.ts';
import { countRows, noteChanged, type Batch } from './batch-store.ts';
import { recheck, rejudge, rowKnowledge } from './judge.ts';
import { newRow } from './plan.ts';
import { findRow, insertRow, lastPosition, listRowsAfter, updateRow, type BatchRow } from './row-store.ts';
import { findUnit, hasUnits } from './unit-store.ts';
import { viewOf } from './view.ts';

type Handlers = Pick<FeatureHandlers<'batches'>, 'keepRows' | 'confirm' | 'setAside' | 'recheck'>;

/** Of a batch that was paid for, only what came back may be changed. */
function refuseOnItsWay(cx: KeepContext, { id, number }: Batch, row: BatchRow): BatchRow {
  const unit = findUnit(cx.db, id, row.position);
  if (unit ? unit.state !== 'returned' : hasUnits(cx.db, id)) throw new AppError('batch.row-on-its-way', { number, row: row.position });
  return row;
}

/** Rows judged at once, so that an act at the counter waits only milliseconds. */
const rowsAtOnce = 100;

/** Typing in a batch: kept row by row, and judged with those that it touches. */
export function draftHandlers(reference: Reference): Handlers {
  const settle = (
    cx: KeepContext,
    batchId: string,
    { changed, before }: { readonly changed: readonly BatchRow[]; readonly before: readonly BatchRow[] },
  ) => {
    for (const row of changed) updateRow(cx.db, row);
    const judged = rejudge({ db: cx.db, batchId, known: rowKnowledge(reference, cx.now) }, changed, before);
    if (changed.length > 0) noteChanged(cx.db, batchId, { by: cx.actor.id, at: cx.now });
    cx.announce('batches');
    return { rows: judged.map(viewOf), counts: countRows(cx.db, batchId) };
  };
  return {
    keepRows: (cx, { id, rows }) => {
      const batch = seenBatch(cx, id);
      const before: BatchRow[] = [];
      const changed = rows.map(({ id: rowId, cells }) => {
        const old = findRow(cx.db, id, rowId);
        if (old) before.push(refuseOnItsWay(cx, batch, old));
        else refuseSent(cx, batch);
        const row = old ? { ...old, cells } : { ...newRow(rowId, lastPosition(cx.db, id) + 1, cells), came: {} };
        if (!old) insertRow(cx.db, row, { batchId: id, loadId: null, replacesId: null });
        return row;
      });
      return settle(cx, id, { changed, before });
    },
    confirm: (cx, { id, questions }) => {
      const batch = seenBatch(cx, id);
      const byRow = Map.groupBy(questions, ({ rowId }) => rowId);
      const changed = [...byRow].flatMap(([rowId, own]) => {
        const row = findRow(cx.db, id, rowId);
        if (!row) return [];
        refuseOnItsWay(cx, batch, row);
        return [{ ...row, confirmed: [...new Set([...row.confirmed, ...own.map((question) => questionKey(question, row.cells))])] }];
      });
      return settle(cx, id, { changed, before: [] });
    },
    setAside: (cx, { id, rowIds, aside }) => {
      const batch = seenBatch(cx, id);
      const before = rowIds.flatMap((rowId) => findRow(cx.db, id, rowId) ?? []).map((row) => refuseOnItsWay(cx, batch, row));
      const changed = before.map((row): BatchRow => ({ ...row, state: aside ? 'aside' : 'bad' }));
      return settle(cx, id, { changed, before });
    },
    recheck: (cx, { id, after }) => {
      seenBatch(cx, id);
      const part = listRowsAfter(cx.db, id, { after, limit: rowsAtOnce });
      const next = part.length < rowsAtOnce ? null : (part.at(-1)?.position ?? null);
      // What is on its way is judged by the hub.
      const here = part.filter(({ position }) => (findUnit(cx.db, id, position)?.state ?? 'returned') === 'returned');
      const rows = recheck({ db: cx.db, batchId: id, known: rowKnowledge(reference, cx.now) }, here);
      if (rows.length > 0) {
        noteChanged(cx.db, id, { by: null, at: cx.now });
        cx.announce('batches');
      }
      return { rows: rows.map(viewOf), counts: countRows(cx.db, id), next };
    },
  };
}
