import type { Instant } from '#shared/base/instant.ts';
import type { FeeLine } from '#shared/domain/fee.ts';
import type { Payment, PaymentMethod, PaymentState } from '#shared/domain/payment.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** Money taken, and its receipt: one row, one number. */
export interface TakenPayment extends Payment {
  readonly receiptNumber: string;
  readonly applicationId: string;
  readonly payer: string;
  readonly clerkId: string;
  readonly clerkName: string;
}

interface PaymentRow {
  receipt_number: string;
  application_id: string;
  payer: string;
  method: PaymentMethod;
  code: string;
  amount_cents: number;
  taken_at: Instant;
  clerk_id: string;
  clerk_name: string;
  state: PaymentState;
}

const columns = `receipt_number, application_id, payer, method, code, amount_cents, taken_at, payment.clerk_id AS clerk_id,
  payment.clerk_name AS clerk_name, payment.state AS state`;

export function findPayment(db: ReadDb, applicationId: string): TakenPayment | undefined {
  const row = db.get<PaymentRow>(`SELECT ${columns} FROM payment WHERE application_id = ?`, applicationId);
  return row && fromRow(row);
}

export function findReceipt(db: ReadDb, receiptNumber: string): TakenPayment | undefined {
  const row = db.get<PaymentRow>(`SELECT ${columns} FROM payment WHERE receipt_number = ?`, receiptNumber);
  return row && fromRow(row);
}

/** The payment that already used a code, so that one M-Pesa message never pays twice. */
export function findPaymentByCode(db: ReadDb, method: PaymentMethod, code: string): TakenPayment | undefined {
  const row = db.get<PaymentRow>(`SELECT ${columns} FROM payment WHERE method = ? AND code = ? AND code <> ''`, method, code);
  return row && fromRow(row);
}

export function insertPayment(db: WriteDb, payment: TakenPayment): void {
  db.run(
    `INSERT INTO payment (receipt_number, application_id, payer, method, code, amount_cents, taken_at, clerk_id, clerk_name, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    payment.receiptNumber,
    payment.applicationId,
    payment.payer,
    payment.method,
    payment.code,
    payment.amountCents,
    payment.takenAt,
    payment.clerkId,
    payment.clerkName,
    payment.state,
  );
}

/** What the hub found of a code; true where it changed anything. */
export function settlePayment(
  db: WriteDb,
  receiptNumber: string,
  found: { state: PaymentState; foundAmountCents: number | null },
): boolean {
  return (
    db.run(
      'UPDATE payment SET state = ?, found_amount_cents = ? WHERE receipt_number = ? AND state <> ?',
      found.state,
      found.foundAmountCents,
      receiptNumber,
      found.state,
    ) > 0
  );
}

export function listFeeLines(db: ReadDb, applicationId: string): FeeLine[] {
  return db.all<FeeLine>(
    `SELECT code, label_key AS labelKey, amount_cents AS amountCents, schedule_id AS scheduleId, row_id AS rowId
     FROM fee_line WHERE application_id = ? ORDER BY position`,
    applicationId,
  );
}

export function insertFeeLines(db: WriteDb, applicationId: string, lines: readonly FeeLine[]): void {
  lines.forEach((line, position) => {
    db.run(
      'INSERT INTO fee_line (application_id, position, code, label_key, amount_cents, schedule_id, row_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
      applicationId,
      position,
      line.code,
      line.labelKey,
      line.amountCents,
      line.scheduleId,
      line.rowId,
    );
  });
}

export interface ReceiptLine extends TakenPayment {
  readonly reference: string;
  readonly plate: string;
}

/** Receipts, newest first; `text` is part of a number, a plate or a payment code. */
export function listReceipts(db: ReadDb, page: { text: string; limit: number; offset: number }): { rows: ReceiptLine[]; total: number } {
  const from = 'FROM payment JOIN application ON application.id = payment.application_id';
  const where = `WHERE ? = '' OR instr(receipt_number, ?) > 0 OR instr(plate, ?) > 0 OR instr(code, ?) > 0 OR instr(reference, ?) > 0`;
  const text = page.text.trim().toUpperCase();
  const plate = text.replaceAll(/[\s-]/gu, '');
  const values = [text, text, plate, text, text] as const;
  const rows = db.all<PaymentRow & { reference: string; plate: string }>(
    `SELECT ${columns}, reference, plate ${from} ${where} ORDER BY taken_at DESC LIMIT ? OFFSET ?`,
    ...values,
    page.limit,
    page.offset,
  );
  const total = db.get<{ total: number }>(`SELECT count(*) AS total ${from} ${where}`, ...values)?.total ?? 0;
  return { rows: rows.map((row) => ({ ...fromRow(row), reference: row.reference, plate: row.plate })), total };
}

function fromRow(row: PaymentRow): TakenPayment {
  return {
    receiptNumber: row.receipt_number,
    applicationId: row.application_id,
    payer: row.payer,
    method: row.method,
    code: row.code,
    amountCents: row.amount_cents,
    takenAt: row.taken_at,
    clerkId: row.clerk_id,
    clerkName: row.clerk_name,
    state: row.state,
  };
}
