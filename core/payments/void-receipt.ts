import { isCancelledWithReceipt, voidProblem, type VoidReason } from '#shared/domain/receipt.ts';
import { getApplication, hasRegisteredUnits, settle, standingOfApplication, type OwnActs } from '../applications/service.ts';
import type { CommandContext } from '../context.ts';
import { judgeSupervisor, type PasswordCheck } from '../people/service.ts';
import { AppError } from '../refusal.ts';
import { listRefunds } from './refund-store.ts';
import { getReceipt, markVoid } from './store.ts';

export interface VoidWanted {
  readonly receiptNumber: string;
  readonly reason: VoidReason;
  readonly note: string;
}

/** Declares a receipt void, and cancels the case that it paid for where that would go on; nothing of either is removed. */
export function voidReceipt(
  cx: CommandContext,
  { receiptNumber, reason, note, ownActs }: VoidWanted & { readonly ownActs: OwnActs },
  checked: PasswordCheck,
): { cancelledCase: boolean } {
  const payment = getReceipt(cx.db, receiptNumber);
  const application = getApplication(cx.db, payment.applicationId);
  const { id, reference, state } = application;
  const problem = payment.void ? 'receipt.void' : voidProblem(state);
  if (problem) throw new AppError(problem, { receiptNumber, reference });
  if (hasRegisteredUnits(cx.db, id)) throw new AppError('batch.partly-registered', { reference });
  if (listRefunds(cx.db, id).length > 0) throw new AppError('receipt.refunded', { receiptNumber });
  cx.setSubject(`application:${id}`);
  const payload = { receiptNumber, applicationId: id, reference, reason, note, at: cx.now };
  cx.setPayload({ ...payload, supervisor: checked.user?.name ?? '' });
  const { supervisor, refusal } = judgeSupervisor(cx, checked, [payment.clerkId]);
  if (refusal) {
    cx.refuseAfterCommit(refusal);
    return { cancelledCase: false };
  }
  markVoid(cx.db, receiptNumber, { at: cx.now, reason, note, by: cx.actor.name, supervisor: supervisor.name });
  const cancelledCase = isCancelledWithReceipt(state);
  if (cancelledCase) {
    settle(cx, standingOfApplication(cx, application), { state: 'cancelled' });
    ownActs[application.service]?.cancel(cx, application, note || reason);
  }
  cx.announce('applications');
  return { cancelledCase };
}
