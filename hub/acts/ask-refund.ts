import type * as z from 'zod';
import { addCents } from '#shared/base/money.ts';
import type { payloads, Submission } from '#shared/protocol/messages.ts';
import { insertRefund, paidLeftCents } from '../payments/refund-store.ts';
import { lockApplication, publishApplication, updateApplication, type Application } from '../register/application-store.ts';
import { dropHold } from '../register/hold-store.ts';
import { hasRegistered, isAllSettled, lockUnits, settleUnits } from '../register/unit-store.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

type AskRefund = z.output<(typeof payloads)['batches.askRefund']>;

/** Money of a batch that no motorcycle uses is asked back; those that came back are given up with it, and no more than was paid goes. */
export async function askRefund(cx: ActContext, payload: AskRefund): Promise<ActOutcome> {
  if (payload.refused !== undefined) return applied;
  const { sql, now, device } = cx;
  const before = await lockApplication(sql, payload.applicationId);
  if (before?.submission.service !== 'batch-registration' || !isReceiptOf(before.submission, payload, device.officeCode))
    return refused('act.not-found', { receiptNumber: payload.receiptNumber });
  const wanted = new Set(payload.withdrawn);
  const given = (await lockUnits(sql, before.id, 'returned')).filter(({ unit }) => wanted.has(unit.id));
  if (given.length < wanted.size) return refused('batch.unit-under-way');
  const decided = given.map(({ unit }) => {
    const outcome = { state: 'withdrawn', reasons: [], note: '', plate: null, logbookNumber: null, at: now } as const;
    return { unit, outcome };
  });
  await settleUnits(sql, before.id, { officeCode: device.officeCode, decided });
  const leftCents = (await paidLeftCents(sql, before.id)) - accessCents(before.submission);
  if (payload.amountCents > leftCents)
    return refused('payment.amount-differs', { feeCents: payload.amountCents, paidCents: Math.max(0, leftCents) });
  await insertRefund(sql, { ...payload, officeCode: device.officeCode });
  if (wanted.size > 0) await close(cx, before);
  return applied;
}

function isReceiptOf(submission: Submission, { receiptNumber }: AskRefund, officeCode: string): boolean {
  return submission.officeCode === officeCode && submission.payment.receiptNumber === receiptNumber;
}

/** Spent with the payment itself (DOMAIN §1.1). */
function accessCents({ feeLines }: Submission): number {
  return addCents(...feeLines.filter(({ code }) => code === 'access-fee').map(({ amountCents }) => amountCents));
}

/** With its last open motorcycle given up a batch is done: registered as far as it was, or cancelled where none was. */
async function close({ sql, now }: ActContext, before: Application): Promise<void> {
  if (!(await isAllSettled(sql, before.id))) return;
  const state = (await hasRegistered(sql, before.id)) ? ('approved' as const) : ('cancelled' as const);
  const application: Application = { ...before, state };
  await updateApplication(sql, application, now);
  await dropHold(sql, before.id);
  await publishApplication(sql, application, now);
}
