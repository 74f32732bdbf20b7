import type { Instant } from '#shared/base/instant.ts';
import type { Role } from '#shared/domain/role.ts';
import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import type { QueuedEntry, Reason } from './engine-state.ts';
import { isSetAside, settledUpTo } from './settled.ts';

/** Hashes, actor and kind of an entry on the line, without its payload. */
const envelopeBytes = 900;

/** Entries without an answer after a sequence number, in order. */
export function listUnanswered(db: ReadDb, afterSeq: number, limit: number): QueuedEntry[] {
  return db
    .all<{ seq: number; entryId: string; payloadBytes: number | null }>(
      `SELECT journal.seq AS seq, entry_id AS entryId,
         CASE scope WHEN 'office' THEN octet_length(journal_payload.payload) END AS payloadBytes
       FROM journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq LEFT JOIN entry_try ON entry_try.seq = journal.seq
         LEFT JOIN journal_payload ON journal_payload.seq = journal.seq
       WHERE journal.seq > ? AND entry_answer.seq IS NULL AND (entry_try.seq IS NULL OR NOT ${isSetAside})
       ORDER BY journal.seq LIMIT ?`,
      Math.max(afterSeq, settledUpTo(db)),
      limit,
    )
    .map(({ seq, entryId, payloadBytes }) => ({ seq, entryId, bytes: envelopeBytes + (payloadBytes ?? 0), withheld: null }));
}

interface EntryRow {
  seq: number;
  entry_id: string;
  epoch: number;
  at: Instant;
  actor_id: string;
  actor_name: string;
  actor_roles: string;
  kind: string;
  subject: string;
  scope: 'office' | 'device';
  payload_hash: Uint8Array;
  previous_hash: Uint8Array;
  hash: Uint8Array;
  salt: Uint8Array | null;
  payload: string | null;
}

/** The entries of a batch as the hub gets them: what concerns this PC only, and what the hub cannot read, goes as its hash. */
export function listPushed(db: ReadDb, batch: readonly QueuedEntry[]): PushedEntry[] {
  const withheld = new Set(batch.filter((entry) => entry.withheld !== null).map(({ seq }) => seq));
  return db
    .all<EntryRow>(
      `SELECT journal.seq AS seq, entry_id, epoch, at, actor_id, actor_name, actor_roles, kind, subject, scope, payload_hash, previous_hash,
         hash, salt, payload
       FROM journal LEFT JOIN journal_payload ON journal_payload.seq = journal.seq
       WHERE journal.seq IN (SELECT value FROM json_each(?)) ORDER BY journal.seq`,
      JSON.stringify(batch.map(({ seq }) => seq)),
    )
    .map((row) => pushedEntry(row, row.scope === 'office' && !withheld.has(row.seq)));
}

function pushedEntry(row: EntryRow, whole: boolean): PushedEntry {
  return {
    entryId: row.entry_id,
    epoch: row.epoch,
    seq: row.seq,
    at: row.at,
    actor: { id: row.actor_id, name: row.actor_name, roles: JSON.parse(row.actor_roles) as Role[] },
    kind: row.kind,
    subject: row.subject,
    scope: row.scope,
    payload: whole ? row.payload : null,
    salt: Buffer.from(row.salt ?? []).toString('base64'),
    payloadHash: Buffer.from(row.payload_hash).toString('hex'),
    previousHash: Buffer.from(row.previous_hash).toString('hex'),
    hash: Buffer.from(row.hash).toString('hex'),
  };
}

/** An entry as far as its answer concerns it. */
export interface AnsweredEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly actorName: string;
  readonly kind: string;
  readonly subject: string;
}

/** Writes an answer down; undefined where the entry is not this file's or was answered before, so that nothing follows from it twice. */
export function insertAnswer(db: WriteDb, answer: FinalAnswer, at: Instant): AnsweredEntry | undefined {
  const entry = findEntry(db, answer.entryId);
  if (!entry) return undefined;
  const { entryId: _entryId, outcome, hubReceipt, ...detail } = answer;
  const added = db.run(
    `INSERT INTO entry_answer (seq, outcome, hub_receipt, answered_at, detail) VALUES (?, ?, ?, ?, ?) ON CONFLICT (seq) DO NOTHING`,
    entry.seq,
    outcome,
    hubReceipt,
    at,
    JSON.stringify(detail),
  );
  return added > 0 ? entry : undefined;
}

export type FinalAnswer = Exclude<EntryAnswer, { outcome: 'waiting' }>;

export function findEntry(db: ReadDb, entryId: string): AnsweredEntry | undefined {
  return db.get<AnsweredEntry>('SELECT seq, at, actor_name AS actorName, kind, subject FROM journal WHERE entry_id = ?', entryId);
}

export function noteTries(db: WriteDb, seqs: readonly number[], tried: { readonly reason: Reason; readonly at: Instant }): void {
  for (const seq of seqs) {
    db.run(
      `INSERT INTO entry_try (seq, tries, last_tried_at, reason) VALUES (?, 1, ?, ?)
       ON CONFLICT (seq) DO UPDATE SET tries = tries + 1, last_tried_at = excluded.last_tried_at, reason = excluded.reason`,
      seq,
      tried.at,
      JSON.stringify(tried.reason),
    );
  }
}

/** Where pulling stands, and when the hub was last heard. */
interface Contact {
  readonly cursor: string;
  readonly lastContactAt: Instant | null;
  readonly hubOffsetMs: number;
}

const beginning = '0:0';

export function readContact(db: ReadDb): Contact {
  const row = db.get<{ pull_cursor: string; last_contact_at: Instant | null; hub_offset_ms: number }>(
    'SELECT pull_cursor, last_contact_at, hub_offset_ms FROM sync_state WHERE one = 1',
  );
  return { cursor: row?.pull_cursor ?? beginning, lastContactAt: row?.last_contact_at ?? null, hubOffsetMs: row?.hub_offset_ms ?? 0 };
}

interface NewContact {
  /** Without one the cursor there is stays. */
  readonly cursor?: string;
  readonly at: Instant;
  readonly hubOffsetMs: number;
  /** The hub had nothing more to tell. */
  readonly heardAll?: boolean;
}

export function writeContact(db: WriteDb, { cursor, at, hubOffsetMs, heardAll = false }: NewContact): void {
  const heardAllAt = heardAll ? at : null;
  db.run(
    `INSERT INTO sync_state (one, pull_cursor, last_contact_at, hub_offset_ms, heard_all_at) VALUES (1, coalesce(?, '${beginning}'), ?, ?, ?)
     ON CONFLICT (one) DO UPDATE SET pull_cursor = coalesce(?, pull_cursor), last_contact_at = excluded.last_contact_at,
       hub_offset_ms = excluded.hub_offset_ms, heard_all_at = coalesce(excluded.heard_all_at, heard_all_at)`,
    cursor ?? null,
    at,
    Math.round(hubOffsetMs),
    heardAllAt,
    cursor ?? null,
  );
}

export function insertDeferred(
  db: WriteDb,
  change: { readonly kind: string; readonly key: string; readonly body: unknown },
  at: Instant,
): void {
  db.run(
    'INSERT INTO deferred_change (kind, key, body, received_at) VALUES (?, ?, ?, ?)',
    change.kind,
    change.key,
    JSON.stringify(change.body ?? null),
    at,
  );
}
