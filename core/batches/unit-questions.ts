import type { UnitState } from '#shared/domain/batch/unit.ts';
import type { FeatureHandlers } from '../handler.ts';
import { listUncopied } from '../logbooks/service.ts';
import { findPayment, listFeeLines } from '../payments/service.ts';
import { AppError } from '../refusal.ts';
import { seenBatch } from './access.ts';
import { listUnits, sumUnits } from './unit-store.ts';

/** What became of a batch that was paid for: its motorcycles and its money. */
export const unitHandlers: Pick<FeatureHandlers<'batches'>, 'units' | 'money' | 'logbooks'> = {
  units: (cx, { id }) => {
    seenBatch(cx, id);
    return { units: listUnits(cx.db, id).map(({ unit, state, outcome }) => ({ unit, state, outcome })) };
  },
  logbooks: (cx, { id }) => listUncopied(cx.db, seenBatch(cx, id).number, cx.office.officeCode),
  money: (cx, { id }) => {
    const batch = seenBatch(cx, id);
    const payment = findPayment(cx.db, id);
    if (!payment) throw new AppError('batch.not-sent', { number: batch.number });
    const sums = sumUnits(cx.db, id);
    const centsOf = (...states: readonly UnitState[]) => states.reduce((sum, state) => sum + (sums.get(state)?.cents ?? 0), 0);
    // The access fee is the whole bill's and is spent with the payment itself (DOMAIN §1.1).
    const accessCents = listFeeLines(cx.db, id).reduce(
      (sum, { code, amountCents }) => (code === 'access-fee' ? sum + amountCents : sum),
      0,
    );
    const usedCents = accessCents + centsOf('registered');
    const underWayCents = centsOf('queued', 'in-review');
    const backCents = centsOf('returned');
    const paidCents = payment.amountCents;
    const leftCents = paidCents - usedCents - underWayCents - backCents;
    return { paidCents, usedCents, underWayCents, backCents, leftCents, receiptNumber: payment.receiptNumber };
  },
};
