import type { QueryContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { hasUnits } from './unit-store.ts';
import { findBatch, findDealerOf, type Batch } from './batch-store.ts';

type Asker = Pick<QueryContext, 'db' | 'actor'>;

/** Whose stock the asker may see; null is everybody's. A dealer's clerk sees only their own dealer's (FEATURES H1). */
export function seenDealer({ db, actor }: Asker): string | null {
  if (actor.roles.some((role) => role !== 'dealer-clerk')) return null;
  const dealerId = findDealerOf(db, actor.id);
  if (dealerId === undefined) throw new AppError('batch.no-dealer');
  return dealerId;
}

/** What was paid for takes no more rows: those need a bill of their own. */
export function refuseSent({ db }: Pick<Asker, 'db'>, { id, number }: Batch): void {
  if (hasUnits(db, id)) throw new AppError('batch.sent-already', { number });
}

/** Another dealer's batch is told from none by nobody. */
export function seenBatch(cx: Asker, id: string): Batch {
  const batch = findBatch(cx.db, id);
  const only = seenDealer(cx);
  if (!batch || batch.state === 'deleted' || (only !== null && batch.dealer.id !== only))
    throw new AppError('act.not-found', { what: 'batch' });
  return batch;
}
