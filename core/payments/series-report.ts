import { addDays, startOfDay, type Day } from '#shared/base/instant.ts';
import { receiptSeries, type ReceiptSeries } from '#shared/domain/receipt.ts';
import type { QueryContext } from '../context.ts';
import { lastNumbers, listSeriesReceipts } from './store.ts';

/** Whether every receipt number of these days is there; both days are counted in. */
export function seriesReport({ db, now }: Pick<QueryContext, 'db' | 'now'>, { from, to }: { readonly from: Day; readonly to: Day }) {
  const period = { from: startOfDay(from), to: startOfDay(addDays(to, 1)) };
  // A report that reaches to now also knows whether the newest number has its receipt.
  const series: readonly ReceiptSeries[] = receiptSeries(listSeriesReceipts(db, period), period.to > now ? lastNumbers(db) : undefined);
  return series.map((one) => ({ ...one, missing: [...one.missing] }));
}
