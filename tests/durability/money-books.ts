import { standingOf, type ApplicationState } from '#shared/domain/application.ts';
import type { ReadDb } from '#core/db/database.ts';
import { verifyJournal } from '#core/journal/verify.ts';
import { findIdentity } from '#core/office/identity.ts';

/** What a child said it had been given. */
export interface Acknowledged {
  readonly receiptNumber: string;
  readonly applicationId: string;
}

interface PaymentRow {
  receiptNumber: string;
  applicationId: string;
  amountCents: number;
  state: ApplicationState;
  billedCents: number | null;
}

/** Everything that does not add up between receipts, money, applications, journal and what was acknowledged; empty where all does. */
export function faultsInTheBooks(db: ReadDb, acknowledged: readonly Acknowledged[]): string[] {
  const payments = db.all<PaymentRow>(
    `SELECT receipt_number AS receiptNumber, application_id AS applicationId, payment.amount_cents AS amountCents, application.state AS state,
       (SELECT sum(fee_line.amount_cents) FROM fee_line WHERE fee_line.application_id = payment.application_id) AS billedCents
     FROM payment JOIN application ON application.id = payment.application_id ORDER BY receipt_number`,
  );
  return [
    ...numberFaults(db, payments),
    ...moneyFaults(db, payments),
    ...journalFaults(db, payments),
    ...lostFaults(payments, acknowledged),
  ];
}

/** Each series, as each letter begins one, is without a gap and holds every number that was taken. */
function numberFaults(db: ReadDb, payments: readonly PaymentRow[]): string[] {
  return db.all<{ letter: string; last: number }>(`SELECT letter, last FROM series WHERE kind = 'R'`).flatMap(({ letter, last }) => {
    const own = payments.filter(({ receiptNumber }) => receiptNumber.slice(0, -7).endsWith(letter));
    const gaps = own.filter(({ receiptNumber }, index) => Number(receiptNumber.slice(-6)) !== index + 1);
    const unused = last === own.length ? [] : [`gap: ${last} numbers were taken for ${own.length} receipts`];
    return [...gaps.map(({ receiptNumber }) => `gap or double before ${receiptNumber}`), ...unused];
  });
}

function moneyFaults(db: ReadDb, payments: readonly PaymentRow[]): string[] {
  const unpaid = db.all<{ reference: string }>(
    `SELECT reference FROM application WHERE state = 'queued' AND NOT EXISTS (SELECT 1 FROM payment WHERE application_id = application.id)`,
  );
  const idle = payments.filter(({ state }) => standingOf(state) === 'open');
  const unbilled = payments.filter(({ amountCents, billedCents }) => amountCents !== billedCents);
  return [
    ...unpaid.map(({ reference }) => `application ${reference} went without money`),
    ...idle.map(({ receiptNumber, state }) => `money of ${receiptNumber} is for an application that is ${state}`),
    ...unbilled.map(({ receiptNumber, billedCents }) => `money of ${receiptNumber} is not what was billed: ${billedCents}`),
  ];
}

function journalFaults(db: ReadDb, payments: readonly PaymentRow[]): string[] {
  const acts = db.all<{ subject: string; receiptNumber: string }>(
    `SELECT subject, json_extract(payload, '$.payment.receiptNumber') AS receiptNumber FROM journal JOIN journal_payload USING (seq)
     WHERE kind IN ('applications.submit', 'batches.submit') ORDER BY receiptNumber`,
  );
  const said = acts.map(({ subject, receiptNumber }) => `${receiptNumber} ${subject}`);
  const stored = payments.map(({ receiptNumber, applicationId }) => `${receiptNumber} application:${applicationId}`);
  const deviceId = findIdentity(db)?.deviceId ?? '';
  return [
    ...stored.filter((one) => !said.includes(one)).map((one) => `money without its act: ${one}`),
    ...said.filter((one) => !stored.includes(one)).map((one) => `act without its money: ${one}`),
    ...(said.length === new Set(said).size ? [] : ['one receipt has two acts']),
    ...verifyJournal(db, deviceId).faults.map(({ seq, fault }) => `journal row ${seq} is ${fault}`),
  ];
}

function lostFaults(payments: readonly PaymentRow[], acknowledged: readonly Acknowledged[]): string[] {
  const kept = new Set(payments.map(({ receiptNumber, applicationId }) => `${receiptNumber} ${applicationId}`));
  return acknowledged
    .filter(({ receiptNumber, applicationId }) => !kept.has(`${receiptNumber} ${applicationId}`))
    .map(({ receiptNumber }) => `${receiptNumber} was acknowledged and is lost`);
}

/** What a child said it had kept of a draft. */
export interface Typed {
  readonly applicationId: string;
  readonly mileageKm: number;
}

/** Drafts that hold less than was said to be kept; each is typed upward. */
export function lostTyping(db: ReadDb, typed: readonly Typed[]): string[] {
  const kept = new Map(
    db
      .all<Typed>(`SELECT application_id AS applicationId, json_extract(body, '$.mileageKm') AS mileageKm FROM draft`)
      .map(({ applicationId, mileageKm }) => [applicationId, mileageKm]),
  );
  return typed
    .filter(({ applicationId, mileageKm }) => (kept.get(applicationId) ?? 0) < mileageKm)
    .map(({ applicationId, mileageKm }) => `mileage ${mileageKm} of ${applicationId} was kept and is lost`);
}
