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

/** Cash was counted at the counter; every other code is looked for in the inbox. */
export function findingOf(inbox: PaymentInbox, { payment }: Submission): PaymentFinding {
  const { receiptNumber, amountCents } = payment;
  if (payment.method === 'cash') return { receiptNumber, state: 'matched', foundAmountCents: amountCents };
  const found = inbox.find(payment);
  return { receiptNumber, state: found?.state ?? 'to-match', foundAmountCents: found?.foundAmountCents ?? null };
}

/** A payment and what the hub says of it. */
export interface FoundPayment {
  readonly submission: Submission;
  readonly finding: PaymentFinding;
}

/**
 * Keeps the payment unless its code was used before anywhere in the country, or its receipt number at this office: a number that comes
 * again is of a PC that was set back and counts anew. Says which of the two was used.
 */
export async function insertPayment(sql: Sql, found: FoundPayment): Promise<'code' | 'number' | undefined> {
  if (await insertPayments(sql, [found])) return undefined;
  const sameNumber = await findRow(
    sql,
    'SELECT receipt_number FROM payment WHERE office_code = $1 AND receipt_number = $2',
    found.submission.officeCode,
    found.submission.payment.receiptNumber,
  );
  return sameNumber ? 'number' : 'code';
}

/** Keeps payments; false where the code or the receipt number of one was used before, and then what was kept has to be undone. */
export async function insertPayments(sql: Sql, payments: readonly FoundPayment[]): Promise<boolean> {
  const rows = payments.map(({ submission: { payment, officeCode, applicationId }, finding }) => ({
    office: officeCode,
    receipt: payment.receiptNumber,
    application: applicationId,
    method: payment.method,
    code: spentCodeOf(payment),
    amount: payment.amountCents,
    state: finding.state,
    found: finding.foundAmountCents,
    taken: payment.takenAt,
  }));
  const kept = await sql.query(
    `INSERT INTO payment (office_code, receipt_number, application_id, method, code, amount_cents, state, found_amount_cents, taken_at)
     SELECT office, receipt, application, method, code, amount, state, found, taken
     FROM jsonb_to_recordset($1::jsonb) AS p (office text, receipt text, application uuid, method text, code text, amount bigint,
       state text, found bigint, taken timestamptz)
     ON CONFLICT DO NOTHING RETURNING receipt_number`,
    JSON.stringify(rows),
  );
  return kept.length === payments.length;
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
