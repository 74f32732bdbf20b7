import { questionKey } from '#shared/domain/batch/batch-row.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { KeepContext } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { seenBatch } from './access.ts';
import { countRows, noteChanged } from './batch-store.ts';
import { rejudge, rowKnowledge } from './judge.ts';
import { newRow } from './plan.ts';
import { findRow, insertRow, lastPosition, listRowsAfter, updateRow, type BatchRow } from './row-store.ts';
import { viewOf } from './view.ts';

type Handlers = Pick<FeatureHandlers<'batches'>, 'keepRows' | 'confirm' | 'setAside' | 'recheck'>;

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
    noteChanged(cx.db, batchId, cx.now);
    cx.announce('batches');
    return { rows: judged.map(viewOf), counts: countRows(cx.db, batchId) };
  };
  return {
    keepRows: (cx, { id, rows }) => {
      seenBatch(cx, id);
      const before: BatchRow[] = [];
      const changed = rows.map(({ id: rowId, cells }) => {
        const old = findRow(cx.db, id, rowId);
        if (old) before.push(old);
        const row = old ? { ...old, cells } : { ...newRow(rowId, lastPosition(cx.db, id) + 1, cells), came: {} };
        if (!old) insertRow(cx.db, row, { batchId: id, loadId: null, replacesId: null });
        return row;
      });
      return settle(cx, id, { changed, before });
    },
    confirm: (cx, { id, questions }) => {
      seenBatch(cx, id);
      const byRow = Map.groupBy(questions, ({ rowId }) => rowId);
      const changed = [...byRow].flatMap(([rowId, own]) => {
        const row = findRow(cx.db, id, rowId);
        if (!row) return [];
        return [{ ...row, confirmed: [...new Set([...row.confirmed, ...own.map((question) => questionKey(question, row.cells))])] }];
      });
      return settle(cx, id, { changed, before: [] });
    },
    setAside: (cx, { id, rowIds, aside }) => {
      seenBatch(cx, id);
      const before = rowIds.flatMap((rowId) => findRow(cx.db, id, rowId) ?? []);
      const changed = before.map((row): BatchRow => ({ ...row, state: aside ? 'aside' : 'bad' }));
      return settle(cx, id, { changed, before });
    },
    recheck: (cx, { id, after }) => {
      seenBatch(cx, id);
      const part = listRowsAfter(cx.db, id, { after, limit: rowsAtOnce });
      const next = part.length < rowsAtOnce ? null : (part.at(-1)?.position ?? null);
      return { ...settle(cx, id, { changed: part, before: [] }), next };
    },
  };
}
