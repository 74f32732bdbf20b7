import type { Instant } from '#shared/base/instant.ts';
import { findRow, type Sql } from '../db/sql.ts';

export interface Refund {
  readonly refundId: string;
  readonly applicationId: string;
  readonly officeCode: string;
  readonly receiptNumber: string;
  readonly amountCents: number;
  readonly at: Instant;
}

/** What was paid for a batch by a good receipt, less what its motorcycles cost that were not given up, and what was asked back before. */
export async function paidLeftCents(sql: Sql, applicationId: string): Promise<number> {
  const row = await findRow<{ left: number }>(
    sql,
    `SELECT (amount_cents
       - (SELECT coalesce(sum((body ->> 'feeCents')::bigint), 0) FROM batch_unit WHERE application_id = $1::uuid AND state <> 'withdrawn')
       - (SELECT coalesce(sum(amount_cents), 0) FROM refund WHERE application_id = $1::uuid))::int8 AS left
     FROM payment WHERE application_id = $1::uuid AND voided_at IS NULL`,
    applicationId,
  );
  return Number(row?.left ?? 0);
}

export async function insertRefund(
  sql: Sql,
  { refundId, officeCode, applicationId, receiptNumber, amountCents, at }: Refund,
): Promise<void> {
  await sql.query(
    `INSERT INTO refund (id, office_code, application_id, receipt_number, amount_cents, asked_at)
     VALUES ($1::uuid, $2, $3::uuid, $4, $5, $6)`,
    refundId,
    officeCode,
    applicationId,
    receiptNumber,
    amountCents,
    at,
  );
}
