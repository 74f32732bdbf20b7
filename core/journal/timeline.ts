import type { Instant } from '#shared/base/instant.ts';
import type { ReadDb } from '../db/database.ts';
import type { OfficeIdentity } from '../office/identity.ts';

/** One line of a record's history; its sentence is made of the kind and the facts (`shared/text`). */
export interface TimelineLine {
  readonly entryId: string;
  readonly at: Instant;
  readonly kind: string;
  readonly actor: string;
  readonly office: string;
  readonly deviceNo: number;
  readonly facts: Record<string, string | number>;
}

export interface TimelineRow {
  entry_id: string;
  at: Instant;
  kind: string;
  actor_name: string;
  payload: string | null;
}

/** What was done to one subject, newest first. */
export function timelineOf(db: ReadDb, subject: string, office: OfficeIdentity): TimelineLine[] {
  return db
    .all<TimelineRow>(
      `SELECT entry_id, at, kind, actor_name, payload FROM journal LEFT JOIN journal_payload USING (seq)
       WHERE subject = ? ORDER BY journal.seq DESC LIMIT 500`,
      subject,
    )
    .map((row) => timelineLineOf(row, office));
}

/** An act that was tried and refused (a wrong code, a wrong password) never reads like one that was done. */
export function timelineLineOf(row: TimelineRow, office: OfficeIdentity): TimelineLine {
  const facts = factsOf(row.payload === null ? null : JSON.parse(row.payload));
  return {
    entryId: row.entry_id,
    at: row.at,
    kind: facts['refused'] === undefined ? row.kind : `${row.kind}.refused`,
    actor: row.actor_name,
    office: office.officeCode,
    deviceNo: office.deviceNo,
    facts,
  };
}

/** Payload fields that may stand in a history: short, and nobody's number. */
const shown = [
  'reference',
  'number',
  'role',
  'method',
  'reason',
  'state',
  'outcome',
  'by',
  'note',
  'supervisor',
  'kind',
  'fileName',
  'copy',
  'logbookNumber',
  'receiptNumber',
  'login',
  'ok',
  'service',
  'sentTo',
  'refused',
] as const;

function factsOf(payload: unknown): Record<string, string | number> {
  if (typeof payload !== 'object' || payload === null) return {};
  const flat = { ...paymentFacts(payload), ...(payload as Record<string, unknown>) };
  const facts = shown.flatMap((key): [string, string | number][] => {
    const value = flat[key];
    if (typeof value === 'string' || typeof value === 'number') return [[key, typeof value === 'string' ? value.slice(0, 200) : value]];
    return typeof value === 'boolean' ? [[key, value ? 1 : 0]] : [];
  });
  const { reasons } = flat;
  return Object.fromEntries(Array.isArray(reasons) && reasons.length > 0 ? [...facts, ['reasons', reasons.join(', ')]] : facts);
}

function paymentFacts(payload: object): Record<string, unknown> {
  const payment = 'payment' in payload ? payload.payment : undefined;
  return typeof payment === 'object' && payment !== null && 'receiptNumber' in payment ? { receiptNumber: payment.receiptNumber } : {};
}
