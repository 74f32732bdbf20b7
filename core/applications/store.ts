import { dayOf, instantOf, type Day, type Instant } from '#shared/base/instant.ts';
import { serviceIds, type ApplicationState, type ServiceId } from '#shared/domain/application.ts';
import type { Gist } from '#shared/domain/services/service.ts';
import { isStillHeld, owedAfterApproval, type Owed, type ServiceBody } from '#shared/domain/services/services.ts';
import type { ReadDb, SqlValue, WriteDb } from '../db/database.ts';

/** What the register, or another office's earlier act, decided. */
export interface StoredDecision {
  readonly outcome: 'approved' | 'returned' | 'refused' | 'conflict';
  readonly reasons: readonly string[];
  readonly note: string;
  readonly by: string;
  readonly office: string;
  readonly at: Instant;
}

/** One application as it was last acted on; typing since then stands in its draft. */
export interface Application {
  readonly id: string;
  readonly reference: string;
  readonly service: ServiceId;
  readonly state: ApplicationState;
  readonly officeCode: string;
  readonly clerkId: string;
  readonly clerkName: string;
  readonly plate: string;
  readonly chassis: string;
  /** Of what it is about where that is no vehicle; empty else. */
  readonly holdKey: string;
  readonly who: string;
  readonly gist: Gist;
  readonly body: ServiceBody;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  readonly submittedAt: Instant | null;
  readonly dueDay: Day | null;
  readonly supervisedBy: string | null;
  readonly decision: StoredDecision | null;
  readonly logbookNumber: string | null;
  readonly receiptNumber: string | null;
}

interface ApplicationRow {
  id: string;
  reference: string;
  service: ServiceId;
  state: ApplicationState;
  office_code: string;
  clerk_id: string;
  clerk_name: string;
  plate: string;
  chassis: string;
  hold_key: string;
  who: string;
  gist: string;
  body: string;
  opened_at: Instant;
  changed_at: Instant;
  submitted_at: Instant | null;
  due_day: Day | null;
  supervised_by: string | null;
  decision: string | null;
  logbook_number: string | null;
  receipt_number: string | null;
}

const columns = `application.id AS id, reference, service, application.state AS state, office_code, application.clerk_id AS clerk_id,
  application.clerk_name AS clerk_name, plate, chassis, hold_key, who, gist, body, opened_at, changed_at, submitted_at, due_day, supervised_by, decision,
  logbook_number, coalesce(payment.receipt_number, payment_share.receipt_number) AS receipt_number`;
const source = `application LEFT JOIN payment ON payment.application_id = application.id
  LEFT JOIN payment_share ON payment_share.application_id = application.id`;

export function findApplication(db: ReadDb, id: string): Application | undefined {
  const row = db.get<ApplicationRow>(`SELECT ${columns} FROM ${source} WHERE application.id = ?`, id);
  return row && fromRow(row);
}

/** What is told of an application that is in the way. */
type Holder = Pick<Application, 'id' | 'reference' | 'state' | 'openedAt'>;

const mayHold = `(state IN ('queued', 'in-review', 'returned', 'conflict')
  OR (state IN ('draft', 'awaiting-party', 'awaiting-payment') AND opened_at < ?))`;

/**
 * Another application that holds the same vehicle, by its plate or its chassis, or asks for the same of a driver: any that was paid for, or one whose typing began earlier, so
 * that of two drafts only the later is stopped.
 */
export function findHolder(
  db: ReadDb,
  { plate, chassis, holdKey }: Pick<Application, 'plate' | 'chassis' | 'holdKey'>,
  own: { readonly id: string; readonly openedAt: Instant },
): Holder | undefined {
  return db.get<Holder>(
    `SELECT id, reference, state, opened_at AS openedAt FROM application WHERE plate = ? AND plate <> '' AND id <> ? AND ${mayHold}
     UNION ALL
     SELECT id, reference, state, opened_at AS openedAt FROM application WHERE chassis = ? AND chassis <> '' AND id <> ? AND ${mayHold}
     UNION ALL
     SELECT id, reference, state, opened_at AS openedAt FROM application WHERE hold_key = ? AND hold_key <> '' AND id <> ? AND ${mayHold}
     ORDER BY openedAt LIMIT 1`,
    plate,
    own.id,
    own.openedAt,
    chassis,
    own.id,
    own.openedAt,
    holdKey,
    own.id,
    own.openedAt,
  );
}

/** Another application of a driver that was approved and still keeps others from asking for the same: a test that is yet to come. */
export function findKeptHold(
  db: ReadDb,
  { holdKey }: Pick<Application, 'holdKey'>,
  own: { readonly id: string; readonly now: Instant },
): Holder | undefined {
  if (holdKey === '') return undefined;
  return db
    .all<ApplicationRow>(
      `SELECT ${columns} FROM ${source} WHERE hold_key = ? AND application.state = 'approved' AND application.id <> ?
         AND NOT EXISTS (SELECT 1 FROM test_result WHERE booking_id = application.id)`,
      holdKey,
      own.id,
    )
    .map(fromRow)
    .find(({ body }) => isStillHeld(body, dayOf(own.now)));
}

export interface ListFilter {
  readonly show: 'work' | 'mine' | 'all';
  readonly state: ApplicationState | null;
  readonly clerkId: string;
  readonly now: Instant;
  readonly limit: number;
  readonly offset: number;
}

/** How long the news of an approval stands among the work: who asked comes back within a week or is told by phone. */
const newsDays = 7;

const owing = (owed: Owed) =>
  `(${serviceIds
    .filter((service) => owedAfterApproval(service) === owed)
    .map((service) => `'${service}'`)
    .join(', ')})`;

/** Where somebody here still has something to do; its value is the instant since which an approval is news. */
const isWork = `(application.state IN ('draft', 'awaiting-party', 'awaiting-payment', 'queued', 'in-review', 'returned', 'conflict', 'ready')
  OR (application.state = 'approved' AND (service IN ${owing('copy')} OR (service IN ${owing('news')} AND changed_at >= ?))))`;

function newsSince(now: Instant): Instant {
  return instantOf(Date.parse(now) - newsDays * 86_400_000);
}

export function listApplications(db: ReadDb, filter: ListFilter): { readonly rows: Application[]; readonly total: number } {
  const conditions = [filter.show === 'work' ? isWork : '1'];
  const values: SqlValue[] = filter.show === 'work' ? [newsSince(filter.now)] : [];
  if (filter.show === 'mine') {
    conditions.push('application.clerk_id = ?');
    values.push(filter.clerkId);
  }
  if (filter.state) {
    conditions.push('application.state = ?');
    values.push(filter.state);
  }
  const where = conditions.join(' AND ');
  const rows = db.all<ApplicationRow>(
    `SELECT ${columns} FROM ${source} WHERE ${where} ORDER BY (application.clerk_id = ?) DESC, changed_at DESC LIMIT ? OFFSET ?`,
    ...values,
    filter.clerkId,
    filter.limit,
    filter.offset,
  );
  const total = db.get<{ total: number }>(`SELECT count(*) AS total FROM application WHERE ${where}`, ...values)?.total ?? 0;
  return { rows: rows.map(fromRow), total };
}

/** Whether motorcycles of a batch stand in the register by it: their part of the money is spent. */
export function hasRegisteredUnits(db: ReadDb, id: string): boolean {
  return db.get(`SELECT 1 FROM unit WHERE application_id = ? AND state = 'registered' LIMIT 1`, id) !== undefined;
}

export function countWork(db: ReadDb, now: Instant): number {
  return db.get<{ total: number }>(`SELECT count(*) AS total FROM application WHERE ${isWork}`, newsSince(now))?.total ?? 0;
}

export function insertApplication(db: WriteDb, application: Omit<Application, 'receiptNumber'>): void {
  db.run(
    `INSERT INTO application (id, reference, service, state, office_code, clerk_id, clerk_name, plate, chassis, hold_key, who, gist, body, opened_at,
       changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    application.id,
    application.reference,
    application.service,
    application.state,
    application.officeCode,
    application.clerkId,
    application.clerkName,
    application.plate,
    application.chassis,
    application.holdKey,
    application.who,
    JSON.stringify(application.gist),
    JSON.stringify(application.body),
    application.openedAt,
    application.changedAt,
  );
}

/** Everything of an application that an act may change. */
export type ApplicationChange = Partial<
  Pick<
    Application,
    | 'state'
    | 'plate'
    | 'chassis'
    | 'holdKey'
    | 'who'
    | 'gist'
    | 'body'
    | 'submittedAt'
    | 'dueDay'
    | 'supervisedBy'
    | 'decision'
    | 'logbookNumber'
  >
>;

const columnOf: Readonly<Record<keyof ApplicationChange, string>> = {
  state: 'state',
  plate: 'plate',
  chassis: 'chassis',
  holdKey: 'hold_key',
  who: 'who',
  gist: 'gist',
  body: 'body',
  submittedAt: 'submitted_at',
  dueDay: 'due_day',
  supervisedBy: 'supervised_by',
  decision: 'decision',
  logbookNumber: 'logbook_number',
};

export function updateApplication(db: WriteDb, id: string, change: ApplicationChange & { readonly at: Instant }): void {
  const { at, ...facts } = change;
  const entries = (Object.keys(columnOf) as (keyof ApplicationChange)[]).filter((key) => facts[key] !== undefined);
  const assignments = [...entries.map((key) => `${columnOf[key]} = ?`), 'changed_at = ?'];
  db.run(`UPDATE application SET ${assignments.join(', ')} WHERE id = ?`, ...entries.map((key) => sqlOf(facts[key])), at, id);
}

function sqlOf(value: ApplicationChange[keyof ApplicationChange]): SqlValue {
  return typeof value === 'string' || value === null || value === undefined ? (value ?? null) : JSON.stringify(value);
}

/** The body is read from its text when first asked for: lists never ask, and an act reads the draft instead. */
function fromRow(row: ApplicationRow): Application {
  let body: ServiceBody | undefined;
  return {
    id: row.id,
    reference: row.reference,
    service: row.service,
    state: row.state,
    officeCode: row.office_code,
    clerkId: row.clerk_id,
    clerkName: row.clerk_name,
    plate: row.plate,
    chassis: row.chassis,
    holdKey: row.hold_key,
    who: row.who,
    gist: JSON.parse(row.gist) as Gist,
    get body() {
      return (body ??= JSON.parse(row.body) as ServiceBody);
    },
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    submittedAt: row.submitted_at,
    dueDay: row.due_day,
    supervisedBy: row.supervised_by,
    decision: row.decision === null ? null : (JSON.parse(row.decision) as StoredDecision),
    logbookNumber: row.logbook_number,
    receiptNumber: row.receipt_number,
  };
}
