import type { Day, Instant } from '#shared/base/instant.ts';
import type { HoldKeys } from '#shared/domain/services/hold.ts';
import { findRow, type Sql } from '../db/sql.ts';

/** The application that a vehicle, or what is asked for a driver, belongs to until it is decided; a motorcycle of a batch belongs to its unit. */
export interface Hold {
  readonly applicationId: string;
  readonly reference: string;
  readonly officeCode: string;
  readonly clerkName: string;
  readonly since: Instant;
  /** The last day on which it holds; null: until it is decided. */
  readonly until: Day | null;
}

const columns =
  'application_id AS "applicationId", reference, office_code AS "officeCode", clerk_name AS "clerkName", since, until::text AS until';

/**
 * Takes the thing for an application, or says whose it is already. Two offices at the same moment: the second waits here until the
 * first has committed, so exactly one gets it.
 */
export async function takeHold(sql: Sql, [key, second]: HoldKeys, hold: Hold): Promise<Hold | undefined> {
  for (;;) {
    const taken = await findRow(
      sql,
      `INSERT INTO application_hold (key, second_key, application_id, reference, office_code, clerk_name, since, until)
       VALUES ($1, $2, $3::uuid, $4, $5, $6, $7, $8::date) ON CONFLICT DO NOTHING RETURNING application_id`,
      key,
      second ?? null,
      hold.applicationId,
      hold.reference,
      hold.officeCode,
      hold.clerkName,
      hold.since,
      hold.until,
    );
    if (taken) return undefined;
    const other = await findHold(sql, [key, second]);
    // None: it was let go between the two statements, so the thing is free now.
    if (other) return other;
  }
}

interface Claim {
  readonly keys: HoldKeys;
  readonly hold: Hold;
}

/** Takes each thing for its application; false where one of them belongs to another, and then what was taken has to be undone. */
export async function takeHolds(sql: Sql, claims: readonly Claim[]): Promise<boolean> {
  return (await takeFree(sql, claims)).size === claims.length;
}

/** Takes what is free, and says which of them, by the id that holds it, that was. */
export async function takeFree(sql: Sql, claims: readonly Claim[]): Promise<ReadonlySet<string>> {
  const rows = claims.map(({ keys: [key, second], hold }) => ({ ...hold, key, second: second ?? null }));
  // In the order of their keys, so that two batches that want the same things wait for one another once and not crosswise.
  const taken = await sql.query<{ id: string }>(
    `INSERT INTO application_hold (key, second_key, application_id, reference, office_code, clerk_name, since)
     SELECT key, second, "applicationId", reference, "officeCode", "clerkName", since
     FROM jsonb_to_recordset($1::jsonb) AS h (key text, second text, "applicationId" uuid, reference text, "officeCode" text,
       "clerkName" text, since timestamptz)
     ORDER BY key ON CONFLICT DO NOTHING RETURNING application_id AS id`,
    JSON.stringify(rows),
  );
  return new Set(taken.map(({ id }) => id));
}

export function findHold(sql: Sql, [key, second]: HoldKeys): Promise<Hold | undefined> {
  return findRow<Hold>(
    sql,
    `SELECT ${columns} FROM application_hold WHERE key = $1 OR second_key = $2 ORDER BY since LIMIT 1`,
    key,
    second ?? null,
  );
}

/** Lets go of what held only until an earlier day. */
export async function dropOverHold(sql: Sql, [key]: HoldKeys, today: Day): Promise<void> {
  await sql.query(`SELECT set_config('kaunta.today', $1, true)`, today);
  await sql.query('DELETE FROM application_hold WHERE key = $1 AND until < $2::date', key, today);
}

/** Holds until another day what an approved application is about. */
export async function holdUntil(sql: Sql, applicationId: string, until: Day): Promise<void> {
  await sql.query('UPDATE application_hold SET until = $2::date WHERE application_id = $1::uuid', applicationId, until);
}

/** Frees what an application was about, and of a batch every motorcycle. */
export async function dropHold(sql: Sql, applicationId: string): Promise<void> {
  await sql.query(
    `DELETE FROM application_hold WHERE application_id = $1::uuid
     OR application_id IN (SELECT id FROM batch_unit WHERE batch_unit.application_id = $1::uuid)`,
    applicationId,
  );
}

export async function dropHolds(sql: Sql, holders: readonly string[]): Promise<void> {
  await sql.query('DELETE FROM application_hold WHERE application_id = ANY ($1::uuid[])', holders);
}
