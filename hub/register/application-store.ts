import type * as z from 'zod';
import type { decision } from '#shared/contract/applications.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { ApplicationState } from '#shared/domain/application.ts';
import { normalisePlate } from '#shared/domain/plate.ts';
import { collectionOfficeOf, vehicleOf } from '#shared/domain/services/services.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import { publish, type Audience, type NewChange } from '../changes/publish.ts';
import { findRow, type Sql } from '../db/sql.ts';

export type RegistrarDecision = z.infer<typeof decision>;

/** An application as the hub keeps it. */
export interface Application {
  readonly id: string;
  readonly state: ApplicationState;
  readonly submission: Submission;
  readonly decision: RegistrarDecision | null;
  readonly logbookNumber: string | null;
  readonly receivedAt: Instant;
}

/** The application, locked until this transaction ends. Undefined also where it does not concern this office. */
export function lockApplication(sql: Sql, id: string): Promise<Application | undefined> {
  return findRow<Application>(
    sql,
    `SELECT id, state, submission, decision, logbook_number AS "logbookNumber", received_at AS "receivedAt"
     FROM application WHERE id = $1::uuid FOR UPDATE`,
    id,
  );
}

export async function updateApplication(sql: Sql, application: Application, now: Instant): Promise<void> {
  const { submission } = application;
  await sql.query(
    `UPDATE application SET state = $2, plate_key = $3, collection_office = $4, submission = $5::jsonb, decision = $6::jsonb,
       logbook_number = $7, changed_at = $8 WHERE id = $1::uuid`,
    application.id,
    application.state,
    plateKeyOf(submission),
    collectionOfficeOf(submission.body),
    JSON.stringify(submission),
    application.decision && JSON.stringify(application.decision),
    application.logbookNumber,
    now,
  );
}

/** Tells the office that sent it, the office that hands out its logbook, and the registrars. */
export async function publishApplication(sql: Sql, application: Application, at: Instant): Promise<void> {
  for (const change of applicationChanges(application, at)) await publish(sql, change);
}

export function applicationChanges(application: Application, at: Instant): readonly NewChange[] {
  const { id, state, decision, logbookNumber, submission, receivedAt } = application;
  const told = { kind: 'application', key: id, body: { applicationId: id, state, at, decision, logbookNumber } } as const;
  return [
    ...officesOf(submission).map((audience) => ({ ...told, audience })),
    { audience: 'registrar', kind: 'case', key: id, body: { submission, receivedAt, state, decision } },
  ];
}

/** The office that sent an application and the office that hands out what comes of it: often one, and none where nothing is fetched. */
export function officesOf({ officeCode, body }: Submission): readonly Audience[] {
  const collection = collectionOfficeOf(body);
  return [...new Set<Audience>([`office:${officeCode}`, ...(collection === '' ? [] : [`office:${collection}` as const])])];
}

export function plateKeyOf({ body }: Submission): string {
  return normalisePlate(vehicleOf(body)?.plate ?? '');
}
