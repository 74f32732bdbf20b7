import { inOffice } from '#hub/db/scope.ts';
import type { Sql } from '#hub/db/sql.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import type { TestHub } from '../support/hub.ts';
import { moneyConserved, type Found } from './checkers/money-conserved.ts';
import { setFull } from './checkers/set-full.ts';
import { totalQueue } from './checkers/total-queue.ts';
import { uniqueIds } from './checkers/unique-ids.ts';
import type { Site } from './real-schedule.ts';

interface HubEntry {
  readonly entryId: string;
  readonly hash: string;
  readonly applicationId: string;
  readonly outcome: string | null;
}

interface HubPayment {
  readonly receiptNumber: string;
  readonly amountCents: number;
}

/** What must be true of a real hub and real files once a schedule is over. Empty: it is. */
export async function brokenRealLaws(test: TestHub, sites: readonly Site[], written: readonly Submission[]): Promise<string[]> {
  const ids = written.map(({ applicationId }) => applicationId);
  const offices = [...new Set(sites.map(({ pc }) => pc.office.officeCode))];
  const { entries, payments, holds } = await atHub(test, { offices, ids });
  const acts = ids.map((id) => ({ id, outcome: 'ok' as const }));
  const receipts = written.map(({ payment }) => payment);
  const taken = receipts.map(({ receiptNumber, amountCents }) => ({ id: receiptNumber, amountCents, outcome: 'ok' as const }));
  const numbers = written.map(({ payment, applicationId }) => ({ id: payment.receiptNumber, to: applicationId }));
  return [
    ...setFull({ written: acts, reads: [new Set(entries.map(({ applicationId }) => applicationId))] }).map(said('set-full')),
    ...totalQueue({ enqueued: acts, dequeued: entries.map(({ applicationId }) => applicationId) }).map(said('total-queue')),
    ...uniqueIds([...numbers, ...entries.map(({ entryId, hash }) => ({ id: entryId, to: hash }))]).map(said('unique-ids')),
    ...moneyConserved({ taken, found: foundOf(written, entries, payments) }).map(said('money')),
    ...uniqueIds(holds).map(said('sold twice')),
    ...differences(sites, entries),
  ];
}

function said(law: string) {
  return (fault: object) => `${law}: ${JSON.stringify(fault)}`;
}

/** The money of an act that the hub took is in its books; of one that it did not take, on the clerk's desk. */
function foundOf(written: readonly Submission[], entries: readonly HubEntry[], payments: readonly HubPayment[]): Found[] {
  const notTaken = new Set(
    entries.filter(({ outcome }) => outcome === 'refused' || outcome === 'conflict').map(({ applicationId }) => applicationId),
  );
  return [
    ...payments.map(({ receiptNumber, amountCents }) => ({ id: receiptNumber, amountCents, where: 'applied' as const })),
    ...written
      .filter(({ applicationId }) => notTaken.has(applicationId))
      .map(({ payment }) => ({ id: payment.receiptNumber, amountCents: payment.amountCents, where: 'refused' as const })),
  ];
}

/** What each file was told is what the hub says. */
function differences(sites: readonly Site[], entries: readonly HubEntry[]): string[] {
  const atHubs = new Map(entries.map(({ entryId, outcome }) => [entryId, outcome]));
  return sites.flatMap(({ pc }) =>
    pc.storage.reader
      .all<{ entryId: string; outcome: string }>('SELECT entry_id AS "entryId", outcome FROM entry_answer JOIN journal USING (seq)')
      .filter(({ entryId }) => atHubs.has(entryId))
      .map(({ entryId, outcome }) => ({ entryId, here: outcome === 'duplicate' ? 'applied' : outcome, there: atHubs.get(entryId) }))
      .filter(({ here, there }) => here !== there)
      .map(({ entryId, here, there }) => `${pc.office.officeCode} ${entryId} was told ${here}, and the hub says ${there}`),
  );
}

/** Office by office, as the hub's own rows are kept apart. */
async function atHub(test: TestHub, { offices, ids }: { readonly offices: readonly string[]; readonly ids: readonly string[] }) {
  const parts = await Promise.all(
    offices.map((officeCode) => inOffice(test.database, { officeCode, registrar: false }, (sql) => rowsOf(sql, officeCode, ids))),
  );
  return {
    entries: parts.flatMap(({ entries }) => entries),
    payments: parts.flatMap(({ payments }) => payments),
    holds: parts.flatMap(({ holds }) => holds),
  };
}

async function rowsOf(sql: Sql, officeCode: string, ids: readonly string[]) {
  const subjects = ids.map((id) => `application:${id}`);
  return {
    entries: await sql.query<HubEntry>(
      `SELECT entry_id AS "entryId", hash, substr(subject, 13) AS "applicationId", answer ->> 'outcome' AS outcome
       FROM entry WHERE kind = 'applications.submit' AND subject = ANY ($1::text[])`,
      subjects,
    ),
    payments: await sql.query<HubPayment>(
      `SELECT receipt_number AS "receiptNumber", amount_cents::int AS "amountCents"
       FROM payment WHERE application_id = ANY ($1::uuid[])`,
      ids,
    ),
    holds: await sql.query<{ id: string; to: string }>(
      `SELECT plate_key AS id, id::text AS to FROM application WHERE office_code = $1 AND state = 'in-review' AND id = ANY ($2::uuid[])`,
      officeCode,
      ids,
    ),
  };
}
