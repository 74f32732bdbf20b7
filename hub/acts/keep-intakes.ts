import { collectionOfficeOf } from '#shared/domain/services/services.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { NewChange } from '../changes/publish.ts';
import { findRow, type Sql } from '../db/sql.ts';
import type { Device } from '../devices/device.ts';
import { spentCodeOf, type PaymentFinding } from '../payments/store.ts';
import { plateKeyOf, type Application } from '../register/application-store.ts';

/** What the hub makes of an application that it takes in. */
export interface Intake {
  readonly application: Application;
  readonly finding: PaymentFinding;
  /** What is told of it, in this order. */
  readonly changes: readonly NewChange[];
}

/** `payment`: the code of one was used before anywhere in the country, or its receipt number at this office. `application`: an id or reference. */
export type Kept = 'all' | 'known-payment' | 'known-application';

/**
 * Keeps new applications with their payments and tells of them, in one statement, in which each submission stands once: it is by far the largest
 * part. Unless all of it was kept, it has to be undone.
 */
export async function keepIntakes(sql: Sql, device: Device, intakes: readonly Intake[], now: Instant): Promise<Kept> {
  const kept = await findRow<{ paid: number; taken: number }>(
    sql,
    `WITH given AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset($3::jsonb) AS g (id uuid, office text, reference text, service text, state text, clerk uuid, plate text,
         collection text, submission jsonb, list uuid, receipt text, method text, code text, amount bigint, finding text, found bigint, paid timestamptz)),
     paid AS (
       INSERT INTO payment (office_code, receipt_number, application_id, method, code, amount_cents, state, found_amount_cents, taken_at)
       SELECT office, receipt, id, method, code, amount, finding, found, paid FROM given WHERE list IS NULL ON CONFLICT DO NOTHING RETURNING 1),
     taken AS (
       INSERT INTO application (id, office_code, device_id, reference, service, state, clerk_id, plate_key, collection_office, submission,
         received_at, changed_at)
       SELECT id, office, $1::uuid, reference, service, state, clerk, plate, collection, submission, $2, $2 FROM given
       ON CONFLICT DO NOTHING RETURNING 1),
     told AS (
       INSERT INTO change (audience, kind, key, body)
       SELECT t.audience, t.kind, t.key, CASE t.kind WHEN 'case' THEN t.body || jsonb_build_object('submission', given.submission) ELSE t.body END
       FROM ROWS FROM (jsonb_to_recordset($4::jsonb) AS (audience text, kind text, key text, body jsonb))
         WITH ORDINALITY AS t (audience, kind, key, body, place)
         LEFT JOIN given ON t.kind = 'case' AND given.id::text = t.key
       ORDER BY t.place)
     SELECT (SELECT count(*) FROM paid) AS paid, (SELECT count(*) FROM taken) AS taken`,
    device.id,
    now,
    JSON.stringify(intakes.map(rowOf)),
    JSON.stringify(intakes.flatMap(({ changes }) => changes.map(withoutSubmission))),
  );
  // A share of a list's payment is no payment of its own.
  const payments = intakes.filter(({ application }) => application.submission.payment.listId === undefined).length;
  if (kept?.paid !== payments) return 'known-payment';
  return kept.taken === intakes.length ? 'all' : 'known-application';
}

function rowOf({ application: { id, state, submission }, finding }: Intake) {
  const { payment } = submission;
  return {
    id,
    office: submission.officeCode,
    reference: submission.reference,
    service: submission.service,
    state,
    clerk: submission.clerk.id,
    plate: plateKeyOf(submission),
    collection: collectionOfficeOf(submission.body),
    submission,
    list: payment.listId ?? null,
    receipt: payment.receiptNumber,
    method: payment.method,
    code: spentCodeOf(payment),
    amount: payment.amountCents,
    finding: finding.state,
    found: finding.foundAmountCents,
    paid: payment.takenAt,
  };
}

/** The statement puts it in. */
function withoutSubmission(change: NewChange): object {
  return change.kind === 'case' ? { ...change, body: { ...change.body, submission: undefined } } : change;
}
