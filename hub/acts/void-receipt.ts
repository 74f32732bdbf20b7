import type * as z from 'zod';
import { standingOf } from '#shared/domain/application.ts';
import { isCancelledWithReceipt } from '#shared/domain/receipt.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { voidPayment } from '../payments/store.ts';
import { lockApplication, publishApplication, updateApplication } from '../register/application-store.ts';
import { dropHold } from '../register/hold-store.ts';
import { hasRegistered } from '../register/unit-store.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

/**
 * A receipt of the office is good no more. Its case is cancelled with it, as at the counter, also where a registrar has it by now: an
 * approval alone was faster, and then the money is spent.
 */
export async function voidReceipt(cx: ActContext, payload: z.output<(typeof payloads)['payments.voidReceipt']>): Promise<ActOutcome> {
  if (payload.refused !== undefined) return applied;
  const { sql, now, device } = cx;
  const before = await lockApplication(sql, payload.applicationId);
  // What the hub refused or found in conflict it holds neither as a case nor as money.
  if (!before) return applied;
  const { submission, state } = before;
  if (submission.officeCode !== device.officeCode || submission.payment.receiptNumber !== payload.receiptNumber)
    return refused('act.not-found', { receiptNumber: payload.receiptNumber });
  if (standingOf(state) === 'confirmed' || (await hasRegistered(sql, before.id)))
    return refused('receipt.spent', { receiptNumber: payload.receiptNumber, reference: payload.reference });
  await voidPayment(sql, payload);
  if (!isCancelledWithReceipt(state)) return applied;
  const application = { ...before, state: 'cancelled' } as const;
  await updateApplication(sql, application, now);
  await dropHold(sql, application.id);
  await publishApplication(sql, application, now);
  return applied;
}
