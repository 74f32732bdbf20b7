import type * as z from 'zod';
import { addCents } from '#shared/base/money.ts';
import type { UnitState } from '#shared/domain/batch/unit.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { WriteDb } from '../db/database.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { findPayment, insertRefund, listFeeLines, listRefunds, markRefundRefused } from '../payments/service.ts';
import { checkSupervisor, judgeSupervisor, type PasswordCheck } from '../people/service.ts';
import { AppError } from '../refusal.ts';
import { seenBatch } from './access.ts';
import type { Batch } from './batch-store.ts';
import { listGivenUp, setUnitState, sumUnits } from './unit-store.ts';

/** Where the money of a batch is, and asking back what no motorcycle of it uses. */
export const moneyHandlers: Pick<FeatureHandlers<'batches'>, 'money' | 'askRefund'> = {
  money: (cx, { id }) => {
    const { payment, givenUp, ...cents } = moneyOf(cx, seenBatch(cx, id));
    return { ...cents, withdrawn: givenUp.length, receiptNumber: payment.receiptNumber };
  },
  askRefund: prepared({
    prepare: (cx, { supervisor }) => checkSupervisor(cx, supervisor),
    execute: (cx, { id, amountCents }, checked) => askRefund(cx, { batch: seenBatch(cx, id), amountCents }, checked),
  }),
};

function moneyOf({ db }: Pick<QueryContext, 'db'>, { id, number }: Batch) {
  const payment = findPayment(db, id);
  if (!payment || payment.void) throw new AppError('batch.not-sent', { number });
  const sums = sumUnits(db, id);
  const centsOf = (...states: readonly UnitState[]) => states.reduce((sum, state) => sum + (sums.get(state)?.cents ?? 0), 0);
  // The access fee is the whole bill's and is spent with the payment itself (DOMAIN §1.1).
  const access = listFeeLines(db, id).filter(({ code }) => code === 'access-fee');
  const usedCents = addCents(...access.map(({ amountCents }) => amountCents)) + centsOf('registered');
  const underWayCents = centsOf('queued', 'in-review');
  const backCents = centsOf('returned');
  const refundedCents = addCents(...listRefunds(db, id).map(({ amountCents }) => amountCents));
  const paidCents = payment.amountCents;
  const leftCents = paidCents - usedCents - underWayCents - backCents - refundedCents;
  const givenUp = listGivenUp(db, id);
  const refundableCents = leftCents + addCents(...givenUp.map(({ feeCents }) => feeCents));
  return { payment, givenUp, paidCents, usedCents, underWayCents, backCents, refundedCents, leftCents, refundableCents };
}

interface Asked {
  readonly batch: Batch;
  readonly amountCents: number;
}

function askRefund(cx: CommandContext, { batch, amountCents }: Asked, checked: PasswordCheck): Record<string, never> {
  const { payment, givenUp, refundableCents } = moneyOf(cx, batch);
  const { id, number } = batch;
  if (refundableCents === 0 || amountCents !== refundableCents) throw new AppError('batch.refund-changed', { number, refundableCents });
  cx.setSubject(`application:${id}`);
  const refundId = cx.newId();
  const withdrawn = givenUp.map((unit) => unit.id);
  const payload = { refundId, applicationId: id, receiptNumber: payment.receiptNumber, amountCents, withdrawn, at: cx.now };
  cx.setPayload({ ...payload, supervisor: checked.user?.name ?? '' });
  const { refusal } = judgeSupervisor(cx, checked, [payment.clerkId]);
  if (refusal) {
    cx.refuseAfterCommit(refusal);
    return {};
  }
  insertRefund(cx.db, { id: refundId, applicationId: id, amountCents, at: cx.now });
  for (const unitId of withdrawn) setUnitState(cx.db, unitId, { from: 'returned', to: 'withdrawn' });
  cx.announce('batches', 'applications');
  return {};
}

/** A refund that the hub did not take is none: its money is over again, and what was given up may be mended. */
export function takeRefundBack(db: WriteDb, seq: number): void {
  const entry = db.get<{ payload: string }>('SELECT payload FROM journal_payload WHERE seq = ?', seq);
  if (!entry) return;
  const { refundId, withdrawn } = JSON.parse(entry.payload) as z.output<(typeof payloads)['batches.askRefund']>;
  markRefundRefused(db, refundId);
  for (const unitId of withdrawn) setUnitState(db, unitId, { from: 'withdrawn', to: 'returned' });
}
