import type { Instant } from '#shared/base/instant.ts';
import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import { findRow, type Sql } from '../db/sql.ts';
import type { Device } from '../devices/device.ts';
import type { KnownChain } from './chain.ts';

export interface StoredEntry {
  readonly entryId: string;
  readonly seq: number;
  readonly hash: string;
  /** Null while the entry waits to be applied. */
  readonly answer: EntryAnswer | null;
}

/** Locks the device for this transaction, so that its batches are taken one after the other, and says where its chain ends. */
export async function lockHead(sql: Sql, device: Device): Promise<Pick<KnownChain, 'headSeq' | 'headHash'>> {
  const row = await findRow<{ head_seq: number; head_hash: string }>(
    sql,
    'SELECT head_seq, head_hash FROM device WHERE id = $1::uuid FOR UPDATE',
    device.id,
  );
  if (!row) throw new Error('The device is not of this office');
  return { headSeq: row.head_seq, headHash: row.head_hash };
}

export async function moveHead(sql: Sql, device: Device, head: PushedEntry): Promise<void> {
  await sql.query('UPDATE device SET head_seq = $2, head_hash = $3 WHERE id = $1::uuid AND head_seq < $2', device.id, head.seq, head.hash);
}

/** What the hub already has of these entries, by sequence or by id. */
export async function listStored(sql: Sql, device: Device, entries: readonly PushedEntry[]): Promise<readonly StoredEntry[]> {
  return sql.query<StoredEntry>(
    `SELECT entry_id AS "entryId", seq, hash, answer FROM entry
     WHERE device_id = $1::uuid AND epoch = $2 AND (seq BETWEEN $3 AND $4 OR entry_id = ANY ($5::uuid[]))`,
    device.id,
    device.epoch,
    entries[0]?.seq ?? 0,
    entries.at(-1)?.seq ?? 0,
    entries.map(({ entryId }) => entryId),
  );
}

/** Subjects of which an earlier entry of this device still waits, with that entry's id: later acts on them wait behind it. */
export async function waitingSubjects(sql: Sql, device: Device, beforeSeq: number): Promise<Map<string, string>> {
  const rows = await sql.query<{ subject: string; entry_id: string }>(
    'SELECT subject, entry_id FROM entry WHERE device_id = $1::uuid AND epoch = $2 AND seq < $3 AND answer IS NULL ORDER BY seq',
    device.id,
    device.epoch,
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

export async function insertEntries(sql: Sql, device: Device, entries: readonly AnsweredEntry[], now: Instant): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ entry, answer }) => ({ ...entry, answer: storedAnswer(answer) }));
  await sql.query(
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
