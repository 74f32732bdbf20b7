import type { PaymentState } from '#shared/domain/payment.ts';
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

/**
 * Keeps the payment unless its code was used before anywhere in the country, or its receipt number at this office: a number that comes
 * again is of a PC that was set back and counts anew. Says which of the two was used.
 */
export async function insertPayment(sql: Sql, submission: Submission, finding: PaymentFinding): Promise<'code' | 'number' | undefined> {
  const { payment, officeCode, applicationId } = submission;
  const row = await findRow(
    sql,
    `INSERT INTO payment (office_code, receipt_number, application_id, method, code, amount_cents, state, found_amount_cents, taken_at)
     VALUES ($1, $2, $3::uuid, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING receipt_number`,
    officeCode,
    payment.receiptNumber,
    applicationId,
    payment.method,
    payment.code.toUpperCase(),
    payment.amountCents,
    finding.state,
    finding.foundAmountCents,
    payment.takenAt,
  );
  if (row) return undefined;
  const sameNumber = await findRow(
    sql,
    'SELECT receipt_number FROM payment WHERE office_code = $1 AND receipt_number = $2',
    officeCode,
    payment.receiptNumber,
  );
  return sameNumber ? 'number' : 'code';
}

/** The state of an application's payment. */
export async function findPaymentState(sql: Sql, applicationId: string): Promise<PaymentState | undefined> {
  const row = await findRow<{ state: PaymentState }>(sql, 'SELECT state FROM payment WHERE application_id = $1::uuid', applicationId);
  return row?.state;
}
