import type { Instant } from '#shared/base/instant.ts';
import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import { findRow, type Sql } from '../db/sql.ts';
import type { Device } from '../devices/device.ts';
import type { KnownChain, KnownEntry } from './chain.ts';
import { openingOf } from './opening.ts';

export interface StoredEntry extends KnownEntry {
  /** Null while the entry waits to be applied. */
  readonly answer: EntryAnswer | null;
}

/** Locks the device for this transaction, so that its batches are taken one after the other, and says where its chain ends. */
export async function lockHead(sql: Sql, device: Device): Promise<Pick<KnownChain, 'epoch' | 'headSeq' | 'headHash'>> {
  const row = await findRow<{ epoch: number; head_seq: number; head_hash: string }>(
    sql,
    'SELECT epoch, head_seq, head_hash FROM device WHERE id = $1::uuid FOR UPDATE',
    device.id,
  );
  if (!row) throw new Error('The device is not of this office');
  return { epoch: row.epoch, headSeq: row.head_seq, headHash: row.head_hash };
}

/** A newer epoch may end before the older one did, so the epoch counts first. */
export function moveHead(sql: Sql, device: Device, head: PushedEntry): void {
  sql.finish(
    'UPDATE device SET epoch = $2, head_seq = $3, head_hash = $4 WHERE id = $1::uuid AND (epoch, head_seq) < ($2, $3)',
    device.id,
    head.epoch,
    head.seq,
    head.hash,
  );
}

/**
 * What the hub already has of these entries, by sequence (the one before them, too) or by id, in every epoch; and what their openings
 * follow, wherever that stands.
 */
export async function listStored(sql: Sql, device: Device, entries: readonly PushedEntry[]): Promise<readonly StoredEntry[]> {
  const atPlaces = await sql.query<StoredEntry>(
    `SELECT epoch, entry_id AS "entryId", seq, hash, answer FROM entry
     WHERE device_id = $1::uuid AND epoch = ANY (ARRAY(SELECT epoch FROM device_epoch WHERE device_id = $1::uuid))
       AND (seq BETWEEN $2 AND $3 OR entry_id = ANY ($4::uuid[]))`,
    device.id,
    (entries[0]?.seq ?? 1) - 1,
    entries.at(-1)?.seq ?? 0,
    entries.map(({ entryId }) => entryId),
  );
  const openings = entries.filter((entry) => openingOf(entry) !== undefined);
  return openings.length === 0 ? atPlaces : [...atPlaces, ...(await listJoints(sql, device, openings))];
}

function listJoints(sql: Sql, device: Device, openings: readonly PushedEntry[]): Promise<readonly StoredEntry[]> {
  return sql.query<StoredEntry>(
    `SELECT epoch, entry_id AS "entryId", seq, hash, answer FROM entry WHERE device_id = $1::uuid AND hash = ANY ($2::text[])`,
    device.id,
    openings.map(({ previousHash }) => previousHash),
  );
}

/**
 * Subjects of which an earlier entry of this device still waits, with the first such entry's id: later acts on them wait behind it. Entries on a
 * branch are not among them: the PC that wrote them lost them, so it will not send them again.
 */
export async function waitingSubjects(sql: Sql, device: Device, beforeSeq: number): Promise<Map<string, string>> {
  const rows = await sql.query<{ subject: string; entry_id: string }>(
    `SELECT DISTINCT ON (subject) subject, entry_id FROM entry
     WHERE device_id = $1::uuid AND seq < $2 AND answer IS NULL AND NOT branch ORDER BY subject, seq`,
    device.id,
    beforeSeq,
  );
  return new Map(rows.map(({ subject, entry_id }) => [subject, entry_id]));
}

export interface AnsweredEntry {
  readonly entry: PushedEntry;
  readonly answer: EntryAnswer;
}

/** A `waiting` is no answer yet: the entry is kept without one and applied again when it is sent again. */
function storedAnswer(answer: EntryAnswer): EntryAnswer | null {
  return answer.outcome === 'waiting' ? null : answer;
}

export function insertEntries(sql: Sql, device: Device, entries: readonly AnsweredEntry[], now: Instant): void {
  if (entries.length === 0) return;
  const rows = entries.map(({ entry, answer }) => ({ ...entry, answer: storedAnswer(answer) }));
  sql.finish(
    `INSERT INTO entry (device_id, epoch, seq, entry_id, office_code, at, actor, kind, subject, scope, payload, salt, payload_hash,
       previous_hash, hash, received_at, answer)
     SELECT $1::uuid, epoch, seq, "entryId", $2, at, actor, kind, subject, scope, payload, salt, "payloadHash", "previousHash", hash, $3, answer
     FROM jsonb_to_recordset($4::jsonb) AS e (epoch integer, seq bigint, "entryId" uuid, at text, actor jsonb, kind text, subject text,
       scope text, payload text, salt text, "payloadHash" text, "previousHash" text, hash text, answer jsonb)`,
    device.id,
    device.officeCode,
    now,
    JSON.stringify(rows),
  );
}

/** Gives an entry that waited its answer. */
export async function updateAnswer(sql: Sql, device: Device, { entry, answer }: AnsweredEntry): Promise<void> {
  await sql.query(
    'UPDATE entry SET answer = $4::jsonb WHERE device_id = $1::uuid AND epoch = $2 AND seq = $3',
    device.id,
    entry.epoch,
    entry.seq,
    JSON.stringify(answer),
  );
}
