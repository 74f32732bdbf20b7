import type { Instant } from '#shared/base/instant.ts';
import type { ApplicationState } from '#shared/domain/application.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import type { StoredDecision } from '../applications/service.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** An application of some office, as it lies on the registrar's desk. */
export interface RegistrarCase {
  readonly applicationId: string;
  readonly submission: Submission;
  readonly state: ApplicationState;
  readonly receivedAt: Instant;
  readonly decision: StoredDecision | null;
}

interface CaseRow {
  application_id: string;
  submission: string;
  state: ApplicationState;
  received_at: Instant;
  decision: string | null;
}

const columns = 'application_id, submission, state, received_at, decision';

export function findCase(db: ReadDb, applicationId: string): RegistrarCase | undefined {
  const row = db.get<CaseRow>(`SELECT ${columns} FROM registrar_case WHERE application_id = ?`, applicationId);
  return row && fromRow(row);
}

/** Cases that wait for a decision, oldest first. */
export function listOpenCases(db: ReadDb): RegistrarCase[] {
  return db.all<CaseRow>(`SELECT ${columns} FROM registrar_case WHERE state = 'in-review' ORDER BY received_at LIMIT 1000`).map(fromRow);
}

export function countOpenCases(db: ReadDb): number {
  return db.get<{ total: number }>(`SELECT count(*) AS total FROM registrar_case WHERE state = 'in-review'`)?.total ?? 0;
}

export function putCase(db: WriteDb, one: RegistrarCase): void {
  db.run(
    `INSERT INTO registrar_case (application_id, submission, state, received_at, decision) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (application_id) DO UPDATE SET submission = excluded.submission, state = excluded.state,
       received_at = excluded.received_at, decision = excluded.decision`,
    one.applicationId,
    JSON.stringify(one.submission),
    one.state,
    one.receivedAt,
    one.decision && JSON.stringify(one.decision),
  );
}

/** The decision as the registrar gave it; the hub's answer follows and may differ. */
export function noteDecision(db: WriteDb, applicationId: string, state: ApplicationState, decision: StoredDecision): void {
  db.run('UPDATE registrar_case SET state = ?, decision = ? WHERE application_id = ?', state, JSON.stringify(decision), applicationId);
}

function fromRow(row: CaseRow): RegistrarCase {
  return {
    applicationId: row.application_id,
    submission: JSON.parse(row.submission) as Submission,
    state: row.state,
    receivedAt: row.received_at,
    decision: row.decision === null ? null : (JSON.parse(row.decision) as StoredDecision),
  };
}
