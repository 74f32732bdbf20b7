import type { Instant } from '#shared/base/instant.ts';
import type { ServiceBody } from '#shared/domain/services/services.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** What was typed since the last act, and where the clerk stood. */
export interface Draft {
  readonly applicationId: string;
  readonly clerkId: string;
  readonly body: ServiceBody;
  readonly step: string;
  readonly field: string;
  readonly savedAt: Instant;
}

export function findDraft(db: ReadDb, applicationId: string): Draft | undefined {
  const row = db.get<{ clerk_id: string; body: string; step: string; field: string; saved_at: Instant }>(
    'SELECT clerk_id, body, step, field, saved_at FROM draft WHERE application_id = ?',
    applicationId,
  );
  return (
    row && {
      applicationId,
      clerkId: row.clerk_id,
      body: JSON.parse(row.body) as ServiceBody,
      step: row.step,
      field: row.field,
      savedAt: row.saved_at,
    }
  );
}

export function putDraft(db: WriteDb, draft: Draft): void {
  db.run(
    `INSERT INTO draft (application_id, clerk_id, body, step, field, saved_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (application_id) DO UPDATE SET clerk_id = excluded.clerk_id, body = excluded.body, step = excluded.step,
       field = excluded.field, saved_at = excluded.saved_at`,
    draft.applicationId,
    draft.clerkId,
    JSON.stringify(draft.body),
    draft.step,
    draft.field,
    draft.savedAt,
  );
}

export function removeDraft(db: WriteDb, applicationId: string): void {
  db.run('DELETE FROM draft WHERE application_id = ?', applicationId);
}
