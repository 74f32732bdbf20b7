import type { UnitOutcome } from '#shared/contract/batch-registration.ts';
import type { Unit } from '#shared/domain/batch/unit.ts';
import { publishFirst, type Audience } from '../changes/publish.ts';
import type { Sql } from '../db/sql.ts';

/** `sent`: written down, and not asked for yet. */
type StoredState = 'sent' | Exclude<UnitOutcome['state'], 'queued'>;

/** A motorcycle of a batch as the hub keeps it. */
export interface StoredUnit {
  readonly unit: Unit;
  readonly outcome: UnitOutcome | null;
}

/** The units of a batch in one state, locked until this transaction ends. */
export function lockUnits(sql: Sql, applicationId: string, state: StoredState): Promise<readonly StoredUnit[]> {
  return sql.query<StoredUnit>(
    `SELECT body AS unit, outcome FROM batch_unit WHERE application_id = $1::uuid AND state = $2 ORDER BY position FOR UPDATE`,
    applicationId,
    state,
  );
}

interface UnitPlace {
  readonly officeCode: string;
}

/** The unit by whose registration a logbook was made, locked; undefined where it does not concern this office. */
export async function lockUnit(sql: Sql, id: string): Promise<UnitPlace | undefined> {
  const [found] = await sql.query<UnitPlace>('SELECT office_code AS "officeCode" FROM batch_unit WHERE id = $1::uuid FOR UPDATE', id);
  return found;
}

/** Whether none of a batch is still to be decided or mended. */
export async function isAllSettled(sql: Sql, applicationId: string): Promise<boolean> {
  const open = await sql.query(
    `SELECT 1 FROM batch_unit WHERE application_id = $1::uuid AND state NOT IN ('registered', 'withdrawn') LIMIT 1`,
    applicationId,
  );
  return open.length === 0;
}

/** Whether some of a batch stands in the register: its money is spent as far as that. */
export async function hasRegistered(sql: Sql, applicationId: string): Promise<boolean> {
  const found = await sql.query(`SELECT 1 FROM batch_unit WHERE application_id = $1::uuid AND state = 'registered' LIMIT 1`, applicationId);
  return found.length > 0;
}

/** Writes units down as `sent`. False where one of them may not be sent: it is under review, registered, or of another batch. */
export async function putUnits(
  sql: Sql,
  applicationId: string,
  { officeCode, units }: { readonly officeCode: string; readonly units: readonly Unit[] },
): Promise<boolean> {
  const kept = await sql.query(
    `INSERT INTO batch_unit (id, application_id, office_code, position, state, body)
     SELECT (body ->> 'id')::uuid, $1::uuid, $2, (body ->> 'position')::integer, 'sent', body FROM jsonb_array_elements($3::jsonb) AS body
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body
       WHERE batch_unit.state IN ('sent', 'returned') AND batch_unit.application_id = excluded.application_id
         AND batch_unit.position = excluded.position AND batch_unit.office_code = excluded.office_code
     RETURNING id`,
    applicationId,
    officeCode,
    JSON.stringify(units),
  );
  return kept.length === units.length;
}

/** A unit with what became of it just now. */
export interface DecidedUnit {
  readonly unit: Unit;
  readonly outcome: UnitOutcome;
}

/** Moves units, and tells the office that sent them and the registrars. */
export async function settleUnits(
  sql: Sql,
  applicationId: string,
  { officeCode, decided }: { readonly officeCode: string; readonly decided: readonly DecidedUnit[] },
): Promise<void> {
  const ids = decided.map(({ unit }) => unit.id);
  await sql.query(
    `UPDATE batch_unit SET state = told.outcome ->> 'state', outcome = told.outcome
     FROM jsonb_to_recordset($1::jsonb) AS told (id uuid, outcome jsonb) WHERE batch_unit.id = told.id`,
    JSON.stringify(decided.map(({ unit, outcome }) => ({ id: unit.id, outcome }))),
  );
  const audiences: readonly Audience[] = [`office:${officeCode}`, 'registrar'];
  await sql.query(`DELETE FROM change WHERE kind = 'unit' AND audience = ANY ($1::text[]) AND key = ANY ($2::text[])`, audiences, ids);
  await publishFirst(
    sql,
    audiences.flatMap((audience) =>
      decided.map(({ unit, outcome }) => ({
        audience,
        kind: 'unit' as const,
        key: unit.id,
        body: { applicationId, unit: { ...unit, owners: [...unit.owners] }, outcome: { ...outcome, reasons: [...outcome.reasons] } },
      })),
    ),
  );
}
