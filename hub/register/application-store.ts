import type * as z from 'zod';
import type { decision } from '#shared/contract/applications.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { ApplicationState } from '#shared/domain/application.ts';
import { normalisePlate } from '#shared/domain/plate.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import { publish, type Audience } from '../changes/publish.ts';
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

/** Keeps a new application; false where its id or reference is known already. */
export async function insertApplication(sql: Sql, application: Application, deviceId: string): Promise<boolean> {
  const { submission } = application;
  const row = await findRow(
    sql,
    `INSERT INTO application (id, office_code, device_id, reference, service, state, clerk_id, plate_key, collection_office, submission,
       decision, logbook_number, received_at, changed_at)
     VALUES ($1::uuid, $2, $3::uuid, $4, $5, $6, $7::uuid, $8, $9, $10::jsonb, NULL, NULL, $11, $11) ON CONFLICT DO NOTHING RETURNING id`,
    application.id,
    submission.officeCode,
    deviceId,
    submission.reference,
    submission.service,
    application.state,
    submission.clerk.id,
    plateKeyOf(submission),
    submission.body.collectionOffice,
    JSON.stringify(submission),
    application.receivedAt,
  );
  return row !== undefined;
}

export async function updateApplication(sql: Sql, application: Application, now: Instant): Promise<void> {
  const { submission } = application;
  await sql.query(
    `UPDATE application SET state = $2, plate_key = $3, collection_office = $4, submission = $5::jsonb, decision = $6::jsonb,
       logbook_number = $7, changed_at = $8 WHERE id = $1::uuid`,
    application.id,
    application.state,
    plateKeyOf(submission),
    submission.body.collectionOffice,
    JSON.stringify(submission),
    application.decision && JSON.stringify(application.decision),
    application.logbookNumber,
    now,
  );
}

/** Tells the office that sent it, the office that hands out its logbook, and the registrars. */
export async function publishApplication(sql: Sql, application: Application, at: Instant): Promise<void> {
  const { id, state, decision, logbookNumber, submission, receivedAt } = application;
  for (const audience of officesOf(submission)) {
    await publish(sql, { audience, kind: 'application', key: id, body: { applicationId: id, state, at, decision, logbookNumber } });
  }
  await publish(sql, { audience: 'registrar', kind: 'case', key: id, body: { submission, receivedAt, state, decision } });
}

/** The office that sent an application and the office that hands out its logbook: often one. */
export function officesOf({ officeCode, body }: Submission): readonly Audience[] {
  return [...new Set<Audience>([`office:${officeCode}`, `office:${body.collectionOffice}`])];
}

function plateKeyOf({ body }: Submission): string {
  return normalisePlate(body.vehicle?.plate ?? '');
}
