import type { BatchCells } from '#shared/domain/batch/batch-row.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { CommandContext } from '../context.ts';
import type { WriteDb } from '../db/database.ts';
import type { Instant } from '#shared/base/instant.ts';
import { refuseSent, seenBatch } from './access.ts';
import { findBatch, insertBatch, noteChanged, type Batch, type Dealer } from './batch-store.ts';
import { rejudge, rowKnowledge } from './judge.ts';
import { newRow } from './plan.ts';
import { findRowsOf, insertRow, lastPosition, updateRow } from './row-store.ts';
import { findUnit, hasUnits } from './unit-store.ts';

/** The batch that takes motorcycles out of stock: an open one of this dealer, or a new one of the asker's own. */
export function batchForSale(cx: CommandContext, dealer: Dealer, batchId: string | null): Pick<Batch, 'id' | 'number'> {
  if (batchId === null) {
    const opened = { id: cx.newId(), number: cx.takeNumber('B'), dealer, ownerId: cx.actor.id, ownerName: cx.actor.name, openedAt: cx.now };
    insertBatch(cx.db, opened);
    return opened;
  }
  const batch = seenBatch(cx, batchId);
  refuseSent(cx, batch);
  return batch;
}

/** Puts sold motorcycles at the end of a batch. How many of them have something to be mended. */
export function addSaleRows(
  cx: CommandContext,
  batchId: string,
  { sold, reference }: { readonly sold: readonly BatchCells[]; readonly reference: Reference },
): number {
  const last = lastPosition(cx.db, batchId);
  const rows = sold.map((cells, index) => newRow(cx.newId(), last + 1 + index, cells));
  for (const row of rows) insertRow(cx.db, row, { batchId, loadId: null, replacesId: null });
  const judged = rejudge({ db: cx.db, batchId, known: rowKnowledge(reference, cx.now) }, rows);
  noteChanged(cx.db, batchId, { by: cx.actor.id, at: cx.now });
  const own = new Set(rows.map(({ id }) => id));
  return judged.filter(({ id, state }) => own.has(id) && state === 'bad').length;
}

/** Whether this motorcycle was paid for with a batch, and did not come back. */
export function isOnItsWay(db: WriteDb, batchId: string, chassis: string): boolean {
  return findRowsOf(db, batchId, chassis).some(({ position }) => {
    const unit = findUnit(db, batchId, position);
    return unit !== undefined && unit.state !== 'returned';
  });
}

/** A sale is no more: its row counts for nothing, and stays to be seen. What was paid for is left to the hub. */
export function setSaleAside(db: WriteDb, batchId: string, { chassis, at }: { readonly chassis: string; readonly at: Instant }): void {
  const batch = findBatch(db, batchId);
  if (!batch || hasUnits(db, batchId)) return;
  for (const row of findRowsOf(db, batchId, chassis)) updateRow(db, { ...row, state: 'aside' });
  noteChanged(db, batchId, { by: null, at });
}
