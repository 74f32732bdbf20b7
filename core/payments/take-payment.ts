import { dayOf } from '#shared/base/instant.ts';
import { checkMpesaCode } from '#shared/domain/mpesa-code.ts';
import type { PaymentMethod } from '#shared/domain/payment.ts';
import type { CommandContext } from '../context.ts';
import { readSetting } from '../office/setting.ts';
import { AppError } from '../refusal.ts';
import { findPaymentByCode, insertPayment, type TakenPayment } from './store.ts';

export interface MoneyOnTheCounter {
  readonly applicationId: string;
  readonly payer: string;
  readonly method: PaymentMethod;
  readonly code: string;
  readonly amountCents: number;
  readonly dueCents: number;
}

/** Takes money for an application and gives it its receipt number, in the caller's transaction: neither is ever there alone. */
export function takePayment(cx: CommandContext, money: MoneyOnTheCounter): TakenPayment {
  const code = checkedCode(cx, money);
  if (money.amountCents !== money.dueCents)
    throw new AppError('payment.amount-differs', { paidCents: money.amountCents, dueCents: money.dueCents });
  const payment: TakenPayment = {
    receiptNumber: cx.takeNumber('R'),
    applicationId: money.applicationId,
    payer: money.payer,
    method: money.method,
    code,
    amountCents: money.amountCents,
    takenAt: cx.now,
    clerkId: cx.actor.id,
    clerkName: cx.actor.name,
    state: money.method === 'cash' ? 'matched' : 'to-match',
    void: null,
  };
  insertPayment(cx.db, payment);
  return payment;
}

function checkedCode(cx: CommandContext, { method, code }: MoneyOnTheCounter): string {
  if (method === 'cash') {
    if (!readSetting(cx.db, 'cashAllowed')) throw new AppError('payment.method-not-allowed', { method });
    return '';
  }
  const plain = normalisedCode(cx, method, code);
  const used = findPaymentByCode(cx.db, method, plain);
  if (used) throw new AppError('payment.code-used', { code: plain, receiptNumber: used.receiptNumber, takenAt: used.takenAt });
  return plain;
}

/** M-Pesa codes have a known shape (DOMAIN §2.2); card approvals and bank slips are letters, digits and dashes. */
function normalisedCode(cx: CommandContext, method: PaymentMethod, code: string): string {
  if (method === 'mpesa') {
    const reading = checkMpesaCode(code, dayOf(cx.now));
    if (!reading.ok) throw new AppError('payment.code-malformed', { method, problem: reading.problem.code, ...reading.problem.facts });
    return reading.value.code;
  }
  const plain = code.toUpperCase().replaceAll(/\s/gu, '');
  if (!/^[A-Z0-9/-]{4,30}$/u.test(plain)) throw new AppError('payment.code-malformed', { method, problem: 'payment-code.shape' });
  return plain;
}
