import type { Instant } from '#shared/base/instant.ts';
import type { Role } from '#shared/domain/role.ts';
import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { noteDispute } from './dispute.ts';
import type { QueuedEntry, Reason } from './engine-state.ts';
import { isDiscarded, isSetAside, settledUpTo } from './settled.ts';

/** Hashes, actor and kind of an entry on the line, without its payload. */
const envelopeBytes = 900;

interface UnansweredRow {
  seq: number;
  entryId: string;
  payloadBytes: number | null;
  isOld: number;
  again: number | null;
  reason: string | null;
}

/** What is to be sent after a sequence number, in order: without an answer, or answered by a hub that has lost it since. */
export function listUnanswered(db: ReadDb, afterSeq: number, limit: number): QueuedEntry[] {
  const lost = db.get<{ seq: number | null }>('SELECT min(seq) AS seq FROM entry_again')?.seq ?? Infinity;
  return db
    .all<UnansweredRow>(
      `SELECT journal.seq AS seq, entry_id AS entryId,
         CASE scope WHEN 'office' THEN octet_length(journal_payload.payload) END AS payloadBytes,
         epoch < (SELECT max(epoch) FROM epoch) AS isOld, entry_again.seq AS again, entry_try.reason AS reason
       FROM journal LEFT JOIN entry_answer ON entry_answer.seq = journal.seq LEFT JOIN entry_try ON entry_try.seq = journal.seq
         LEFT JOIN journal_payload ON journal_payload.seq = journal.seq LEFT JOIN entry_again ON entry_again.seq = journal.seq
       WHERE journal.seq > ? AND (entry_again.seq IS NOT NULL
         OR (entry_answer.seq IS NULL AND NOT ${isDiscarded} AND (entry_try.seq IS NULL OR NOT ${isSetAside})))
       ORDER BY journal.seq LIMIT ?`,
      Math.max(afterSeq, Math.min(settledUpTo(db), lost - 1)),
      limit,
    )
    .map(({ seq, entryId, payloadBytes, isOld, again, reason }) => ({
      seq,
      entryId,
      bytes: envelopeBytes + (payloadBytes ?? 0),
      withheld: again === null ? null : withheldCode(reason),
      ...(isOld === 1 && { isOld: true }),
    }));
}

/** The hub's code where it took an entry by its hash alone before it lost it. */
function withheldCode(json: string | null): string | null {
  const reason = json === null ? null : (JSON.parse(json) as Reason);
  return reason?.code === 'set-aside' ? String(reason.facts['code'] ?? reason.code) : null;
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

/**
 * Writes an answer down; undefined where the entry is not this file's or was answered before, so that nothing follows from it twice. A
 * second answer that is not the first is kept beside it.
 */
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
  db.run('DELETE FROM entry_again WHERE seq = ?', entry.seq);
  if (added === 0) noteDispute(db, entry.seq, answer, at);
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
    if (tried.reason.code === 'set-aside') db.run('DELETE FROM entry_again WHERE seq = ?', seq);
  }
}

/** Where pulling stands, and when the hub was last heard. */
interface Contact {
  readonly cursor: string;
  /** Which run of changes the cursor counts in; null before the first page. */
  readonly feed: string | null;
  readonly lastContactAt: Instant | null;
  readonly hubOffsetMs: number;
}

export const beginning = '0:0';

export function readContact(db: ReadDb): Contact {
  const row = db.get<{ pull_cursor: string; feed: string | null; last_contact_at: Instant | null; hub_offset_ms: number }>(
    'SELECT pull_cursor, feed, last_contact_at, hub_offset_ms FROM sync_state WHERE one = 1',
  );
  return {
    cursor: row?.pull_cursor ?? beginning,
    feed: row?.feed ?? null,
    lastContactAt: row?.last_contact_at ?? null,
    hubOffsetMs: row?.hub_offset_ms ?? 0,
  };
}

interface NewContact {
  /** Without them the cursor and the feed there are stay. */
  readonly cursor?: string;
  readonly feed?: string;
  readonly at: Instant;
  readonly hubOffsetMs: number;
  /** The hub had nothing more to tell. */
  readonly heardAll?: boolean;
}

export function writeContact(db: WriteDb, { cursor, feed, at, hubOffsetMs, heardAll = false }: NewContact): void {
  const heardAllAt = heardAll ? at : null;
  db.run(
    `INSERT INTO sync_state (one, pull_cursor, feed, last_contact_at, hub_offset_ms, heard_all_at)
     VALUES (1, coalesce(?, '${beginning}'), ?, ?, ?, ?)
     ON CONFLICT (one) DO UPDATE SET pull_cursor = coalesce(?, pull_cursor), feed = coalesce(excluded.feed, feed),
       last_contact_at = excluded.last_contact_at, hub_offset_ms = excluded.hub_offset_ms,
       heard_all_at = coalesce(excluded.heard_all_at, heard_all_at)`,
    cursor ?? null,
    feed ?? null,
    at,
    Math.round(hubOffsetMs),
    heardAllAt,
    cursor ?? null,
  );
}
