import { decline, type Problem } from '#shared/base/decision.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { PaymentState } from '#shared/domain/payment.ts';
import { freesCode, type VoidReason } from '#shared/domain/receipt.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import { findRow, type Sql } from '../db/sql.ts';
import type { PaymentInbox } from './inbox.ts';

/** What the hub says of a payment. */
export interface PaymentFinding {
  readonly receiptNumber: string;
  readonly state: PaymentState;
  readonly foundAmountCents: number | null;
}

/** Nothing is looked for where an application has a share of a list's payment: the list's own submission was looked up whole. */
function shareFinding(receiptNumber: string): PaymentFinding {
  return { receiptNumber, state: 'to-match', foundAmountCents: null };
}

/** Why a share of a list's payment is none: the list was never paid for under this receipt, or all of it was spent on others. */
export async function shareProblem(sql: Sql, { officeCode, payment }: Submission): Promise<Problem<string> | undefined> {
  const { listId, receiptNumber, amountCents } = payment;
  if (listId === undefined) return undefined;
  const list = await findRow<{ paid: number; shared: number }>(
    sql,
    `SELECT amount_cents::int8 AS paid, (SELECT coalesce(sum((submission #>> '{payment,amountCents}')::bigint), 0)::int8
       FROM application WHERE submission #>> '{payment,listId}' = $1) AS shared
     FROM payment WHERE application_id = $1::uuid AND office_code = $2 AND receipt_number = $3 AND voided_at IS NULL`,
    listId,
    officeCode,
    receiptNumber,
  );
  if (!list) return decline('payment.list-unknown', { receiptNumber }).problem;
  const leftCents = Number(list.paid) - Number(list.shared);
  return amountCents > leftCents ? decline('payment.amount-differs', { feeCents: amountCents, paidCents: leftCents }).problem : undefined;
}

/** Cash was counted at the counter; every other code is looked for in the inbox. */
export function findingOf(inbox: PaymentInbox, { payment }: Submission): PaymentFinding {
  const { receiptNumber, amountCents } = payment;
  if (payment.listId !== undefined) return shareFinding(receiptNumber);
  if (payment.method === 'cash') return { receiptNumber, state: 'matched', foundAmountCents: amountCents };
  const found = inbox.find(payment);
  return { receiptNumber, state: found?.state ?? 'to-match', foundAmountCents: found?.foundAmountCents ?? null };
}

/** Whether this office has used the receipt number: one that comes again is of a PC that was set back and counts anew. */
export async function isReceiptUsed(sql: Sql, { officeCode, payment }: Submission): Promise<boolean> {
  const used = await findRow(
    sql,
    'SELECT receipt_number FROM payment WHERE office_code = $1 AND receipt_number = $2',
    officeCode,
    payment.receiptNumber,
  );
  return used !== undefined;
}

/** As it is kept: a code that differs in case only was spent too. */
export function spentCodeOf({ code }: Submission['payment']): string {
  return code.toUpperCase();
}

/** Marks an application's receipt void; one that the hub never held needs no mark. */
export async function voidPayment(
  sql: Sql,
  { applicationId, receiptNumber, reason, at }: { applicationId: string; receiptNumber: string; reason: VoidReason; at: Instant },
): Promise<void> {
  await sql.query(
    `UPDATE payment SET voided_at = $3, void_reason = $4, spends_code = $5
     WHERE application_id = $1::uuid AND receipt_number = $2 AND voided_at IS NULL`,
    applicationId,
    receiptNumber,
    at,
    reason,
    !freesCode(reason),
  );
}

/** The state of an application's payment. */
export async function findPaymentState(sql: Sql, applicationId: string): Promise<PaymentState | undefined> {
  const row = await findRow<{ state: PaymentState }>(sql, 'SELECT state FROM payment WHERE application_id = $1::uuid', applicationId);
  return row?.state;
}
