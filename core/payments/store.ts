import type { Instant } from '#shared/base/instant.ts';
import type { FeeLine } from '#shared/domain/fee.ts';
import type { Payment, PaymentMethod, PaymentState } from '#shared/domain/payment.ts';
import type { RefusalFacts } from '#shared/domain/refusal.ts';
import { freesCode, type ReceiptState, type ReprintReason, type SeriesReceipt, type VoidReason } from '#shared/domain/receipt.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { AppError } from '../refusal.ts';

/** Money taken, and its receipt: one row, one number. */
export interface TakenPayment extends Payment {
  readonly receiptNumber: string;
  readonly applicationId: string;
  readonly payer: string;
  readonly clerkId: string;
  readonly clerkName: string;
  readonly void: VoidMark | null;
  /** Of the list whose payment it is, where an application has only a share of one. */
  readonly listId?: string | undefined;
}

/** How a receipt was declared void. */
export interface VoidMark {
  readonly at: Instant;
  readonly reason: VoidReason;
  readonly note: string;
  readonly by: string;
  readonly supervisor: string;
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
  voided_at: Instant | null;
  void_reason: VoidReason | null;
  void_note: string;
  voided_by: string;
  void_supervisor: string;
}

const columns = `receipt_number, application_id, payer, method, code, amount_cents, taken_at, payment.clerk_id AS clerk_id,
  payment.clerk_name AS clerk_name, payment.state AS state, voided_at, void_reason, void_note, voided_by,
  void_supervisor`;

export function findPayment(db: ReadDb, applicationId: string): TakenPayment | undefined {
  const row = db.get<PaymentRow>(`SELECT ${columns} FROM payment WHERE application_id = ?`, applicationId);
  return row ? fromRow(row) : findShare(db, applicationId);
}

/** What of a list's payment is an application's own: under the list's receipt, with its own amount. */
function findShare(db: ReadDb, applicationId: string): TakenPayment | undefined {
  const share = db.get<{ receiptNumber: string; amountCents: number }>(
    'SELECT receipt_number AS receiptNumber, amount_cents AS amountCents FROM payment_share WHERE application_id = ?',
    applicationId,
  );
  const payment = share && findReceipt(db, share.receiptNumber);
  return payment && { ...payment, amountCents: share.amountCents, listId: payment.applicationId };
}

/** Whom a list's receipt pays for, in the order of their booking. */
export function listShares(db: ReadDb, receiptNumber: string): PaymentShare[] {
  return db.all<PaymentShare>(
    `SELECT application_id AS applicationId, receipt_number AS receiptNumber, amount_cents AS amountCents
     FROM payment_share JOIN application ON application.id = application_id WHERE receipt_number = ? ORDER BY reference`,
    receiptNumber,
  );
}

export interface PaymentShare {
  readonly applicationId: string;
  readonly receiptNumber: string;
  readonly amountCents: number;
}

export function insertShare(db: WriteDb, { applicationId, receiptNumber, amountCents }: PaymentShare): void {
  db.run(
    'INSERT INTO payment_share (application_id, receipt_number, amount_cents) VALUES (?, ?, ?)',
    applicationId,
    receiptNumber,
    amountCents,
  );
}

export function findReceipt(db: ReadDb, receiptNumber: string): TakenPayment | undefined {
  const row = db.get<PaymentRow>(`SELECT ${columns} FROM payment WHERE receipt_number = ?`, receiptNumber);
  return row && fromRow(row);
}

export function getReceipt(db: ReadDb, receiptNumber: string): TakenPayment {
  const payment = findReceipt(db, receiptNumber);
  if (!payment) throw new AppError('act.not-found', { what: 'receipt' });
  return payment;
}

/** The payment that already used a code, so that one M-Pesa message never pays twice; a receipt that was written wrong gives its code back. */
export function findPaymentByCode(db: ReadDb, method: PaymentMethod, code: string): TakenPayment | undefined {
  const row = db.get<PaymentRow>(
    `SELECT ${columns} FROM payment WHERE method = ? AND code = ? AND code <> '' AND spends_code = 1`,
    method,
    code,
  );
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

export function markVoid(db: WriteDb, receiptNumber: string, { at, reason, note, by, supervisor }: VoidMark): void {
  db.run(
    `UPDATE payment SET voided_at = ?, void_reason = ?, void_note = ?, voided_by = ?, void_supervisor = ?, spends_code = ?
     WHERE receipt_number = ?`,
    at,
    reason,
    note,
    by,
    supervisor,
    freesCode(reason) ? 0 : 1,
    receiptNumber,
  );
}

/** What the hub answered to the void of a case's receipt where it did not take it. */
export function findVoidRefusal(db: ReadDb, applicationId: string): Refused | null {
  const row = db.get<{ detail: string }>(
    `SELECT detail FROM journal JOIN entry_answer ON entry_answer.seq = journal.seq
     WHERE subject = ? AND kind = 'payments.voidReceipt' AND outcome = 'refused' ORDER BY journal.seq DESC LIMIT 1`,
    `application:${applicationId}`,
  );
  if (!row) return null;
  const { code, facts } = JSON.parse(row.detail) as Refused;
  return { code, facts };
}

interface Refused {
  readonly code: string;
  readonly facts: RefusalFacts;
}

/** One time that a receipt was printed again. */
export interface Reprint {
  readonly reprint: number;
  readonly at: Instant;
  readonly clerk: string;
  readonly reason: ReprintReason;
  readonly note: string;
}

export function listReprints(db: ReadDb, receiptNumber: string): Reprint[] {
  return db.all<Reprint>(
    'SELECT reprint, at, clerk_name AS clerk, reason, note FROM receipt_reprint WHERE receipt_number = ? ORDER BY reprint',
    receiptNumber,
  );
}

export function insertReprint(db: WriteDb, receiptNumber: string, { reprint, at, clerk, reason, note }: Reprint): void {
  db.run(
    'INSERT INTO receipt_reprint (receipt_number, reprint, at, clerk_name, reason, note) VALUES (?, ?, ?, ?, ?, ?)',
    receiptNumber,
    reprint,
    at,
    clerk,
    reason,
    note,
  );
}

/** `from` is counted in, `to` is not. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

export function listSeriesReceipts(db: ReadDb, { from, to }: Period): SeriesReceipt[] {
  return db
    .all<{ receiptNumber: string; amountCents: number; isVoid: number }>(
      `SELECT receipt_number AS receiptNumber, amount_cents AS amountCents, voided_at IS NOT NULL AS isVoid FROM payment
       WHERE taken_at >= ? AND taken_at < ?`,
      from,
      to,
    )
    .map((row) => ({ ...row, isVoid: row.isVoid === 1 }));
}

/** How far the numbers of each letter were given out. */
export function lastNumbers(db: ReadDb): ReadonlyMap<string, number> {
  const rows = db.all<{ letter: string; last: number }>(`SELECT letter, last FROM series WHERE kind = 'R'`);
  return new Map(rows.map(({ letter, last }) => [letter, last]));
}

export function listFeeLines(db: ReadDb, applicationId: string): FeeLine[] {
  return db
    .all<Omit<FeeLine, 'units'> & { units: number | null }>(
      `SELECT code, label_key AS labelKey, amount_cents AS amountCents, schedule_id AS scheduleId, row_id AS rowId, units
       FROM fee_line WHERE application_id = ? ORDER BY position`,
      applicationId,
    )
    .map(({ units, ...line }) => (units === null ? line : { ...line, units }));
}

export function insertFeeLines(db: WriteDb, applicationId: string, lines: readonly FeeLine[]): void {
  lines.forEach((line, position) => {
    db.run(
      'INSERT INTO fee_line (application_id, position, code, label_key, amount_cents, schedule_id, row_id, units) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      applicationId,
      position,
      line.code,
      line.labelKey,
      line.amountCents,
      line.scheduleId,
      line.rowId,
      line.units ?? null,
    );
  });
}

export interface ReceiptLine extends TakenPayment {
  readonly reference: string;
  readonly plate: string;
  readonly reprints: number;
}

export interface ReceiptPage extends Period {
  /** Part of a number, a plate, a reference, a payer's name or a payment code. */
  readonly text: string;
  readonly state: ReceiptState | null;
  readonly limit: number;
  readonly offset: number;
}

/** Receipts, newest first. */
export function listReceipts(db: ReadDb, page: ReceiptPage): { rows: ReceiptLine[]; total: number } {
  const from = 'FROM payment JOIN application ON application.id = payment.application_id';
  const where = `WHERE taken_at >= ? AND taken_at < ?
    AND (? = '' OR (payment.state = ? AND voided_at IS NULL) OR (? = 'void' AND voided_at IS NOT NULL))
    AND (? = '' OR instr(receipt_number, ?) > 0 OR instr(plate, ?) > 0 OR instr(code, ?) > 0 OR instr(reference, ?) > 0
      OR instr(upper(payer), ?) > 0)`;
  const text = page.text.trim().toUpperCase();
  const plate = text.replaceAll(/[\s-]/gu, '');
  const state = page.state ?? '';
  const values = [page.from, page.to, state, state, state, text, text, plate, text, text, text] as const;
  const rows = db.all<PaymentRow & { reference: string; plate: string; reprints: number }>(
    `SELECT ${columns}, reference, plate,
       (SELECT count(*) FROM receipt_reprint WHERE receipt_reprint.receipt_number = payment.receipt_number) AS reprints
     ${from} ${where} ORDER BY taken_at DESC LIMIT ? OFFSET ?`,
    ...values,
    page.limit,
    page.offset,
  );
  const total = db.get<{ total: number }>(`SELECT count(*) AS total ${from} ${where}`, ...values)?.total ?? 0;
  return { rows: rows.map((row) => ({ ...fromRow(row), reference: row.reference, plate: row.plate, reprints: row.reprints })), total };
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
    void: voidMark(row),
  };
}

function voidMark({ voided_at: at, void_reason: reason, ...row }: PaymentRow): VoidMark | null {
  if (at === null || reason === null) return null;
  return { at, reason, note: row.void_note, by: row.voided_by, supervisor: row.void_supervisor };
}
