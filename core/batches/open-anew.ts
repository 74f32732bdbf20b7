import type { Reference } from '#shared/domain/reference.ts';
import { findApplication } from '../applications/service.ts';
import type { CommandContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { hasSoldInto } from '../stock/service.ts';
import { seenBatch } from './access.ts';
import { insertBatch } from './batch-store.ts';
import { recheck, rowKnowledge } from './judge.ts';
import { listRows, moveRows } from './row-store.ts';

/**
 * Opens a new batch with the rows of one that was given up, such as one paid with a spent code: they are looked at and paid for anew. The
 * old batch keeps what was sent under its receipt. Motorcycles of the stock are sold anew in the stock, which knows them by their batch.
 */
export function openAnew(cx: CommandContext, id: string, reference: Reference): { id: string; number: string } {
  const given = seenBatch(cx, id);
  const state = findApplication(cx.db, id)?.state;
  if (state !== 'cancelled') throw new AppError('batch.not-given-up', { number: given.number });
  if (hasSoldInto(cx.db, id)) throw new AppError('stock.sold-into-batch', { number: given.number });
  if (listRows(cx.db, id).length === 0) throw new AppError('batch.nothing-left', { number: given.number });
  const batch = { id: cx.newId(), number: cx.takeNumber('B') };
  insertBatch(cx.db, { ...batch, dealer: given.dealer, ownerId: cx.actor.id, ownerName: cx.actor.name, openedAt: cx.now });
  moveRows(cx.db, { from: id, to: batch.id });
  recheck({ db: cx.db, batchId: batch.id, known: rowKnowledge(reference, cx.now) }, listRows(cx.db, batch.id));
  cx.setSubject(`batch:${batch.id}`);
  cx.setPayload({ batchId: batch.id, number: batch.number, dealerId: given.dealer.id, from: given.number });
  cx.announce('batches');
  return batch;
}
