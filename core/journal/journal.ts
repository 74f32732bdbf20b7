import { hash as hashOf } from 'node:crypto';
import type { Instant } from '#shared/base/instant.ts';
import { instantOf, msOf } from '#shared/base/instant.ts';
import type { Actor } from '#shared/domain/role.ts';
import { entryText, firstPreviousHash, type HashedEntry } from '#shared/protocol/entry.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { newSalt } from './salt.ts';

/** What an act leaves behind. `payload` is JSON-able and may be personal; the rest never is. */
export interface NewEntry {
  readonly entryId: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly kind: string;
  readonly subject: string;
  readonly scope: 'office' | 'device';
  readonly payload: unknown;
  /** What the caller was told, so that a repeat of the same act gets the same answer. */
  readonly reply: unknown;
}

export interface Chain {
  readonly deviceId: string;
  readonly epoch: number;
}

interface HeadRow {
  seq: number;
  hash: Uint8Array;
  at: Instant;
}

export function findHead(db: ReadDb): HeadRow | undefined {
  return db.get<HeadRow>('SELECT seq, hash, at FROM journal_head WHERE one = 1');
}

/** Business time never runs backward, whatever the PC's clock does (DESIGN §3). */
export function businessTime(db: ReadDb, nowMs: number): Instant {
  const head = findHead(db);
  return instantOf(head ? Math.max(nowMs, msOf(head.at) + 1) : nowMs);
}

/** What a new entry follows. */
export type Joint = Pick<HeadRow, 'seq' | 'hash'>;

/**
 * Adds one entry to the chain, in the transaction of the act it records. Returns its sequence number. Only the first entry of an epoch
 * follows anything but the newest one.
 */
export function appendEntry(db: WriteDb, chain: Chain, entry: NewEntry, behind?: Joint): number {
  const head = behind ?? findHead(db);
  const seq = (head?.seq ?? 0) + 1;
  const salt = newSalt();
  const payload = JSON.stringify(entry.payload ?? null);
  const payloadHash = hashPayload(salt, payload);
  const previousHash = head ? Buffer.from(head.hash) : Buffer.from(firstPreviousHash, 'hex');
  const hash = hashEntry({ ...entry, ...chain, seq, payloadHash, previousHash });
  db.run(
    `INSERT INTO journal (seq, entry_id, epoch, at, actor_id, actor_name, actor_roles, kind, subject, scope, payload_hash, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    seq,
    entry.entryId,
    chain.epoch,
    entry.at,
    entry.actor.id,
    entry.actor.name,
    JSON.stringify(entry.actor.roles),
    entry.kind,
    entry.subject,
    entry.scope,
    payloadHash,
    previousHash,
    hash,
  );
  db.run(
    'INSERT INTO journal_payload (seq, salt, payload, reply) VALUES (?, ?, ?, ?)',
    seq,
    salt,
    payload,
    JSON.stringify(entry.reply ?? null),
  );
  db.run(
    `INSERT INTO journal_head (one, seq, hash, at) VALUES (1, ?, ?, ?)
     ON CONFLICT (one) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, at = excluded.at`,
    seq,
    hash,
    entry.at,
  );
  return seq;
}

/** Hex; undefined where the journal has no such row. */
export function findEntryHash(db: ReadDb, seq: number): string | undefined {
  const row = db.get<{ hash: Uint8Array }>('SELECT hash FROM journal WHERE seq = ?', seq);
  return row && Buffer.from(row.hash).toString('hex');
}

/** How many of these entries the hub reads; the others concern this PC alone. */
export function countOfficeEntries(db: ReadDb, entryIds: readonly string[]): number {
  const row = db.get<{ total: number }>(
    `SELECT count(*) AS total FROM journal WHERE scope = 'office' AND entry_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(entryIds),
  );
  return row?.total ?? 0;
}

/** The stored answer to an act that was done before, so that a retry does nothing twice. */
export function findReply(db: ReadDb, entryId: string): { readonly kind: string; readonly reply: unknown } | undefined {
  const row = db.get<{ kind: string; reply: string }>(
    'SELECT kind, reply FROM journal JOIN journal_payload USING (seq) WHERE entry_id = ?',
    entryId,
  );
  return row && { kind: row.kind, reply: JSON.parse(row.reply) };
}

export function hashPayload(salt: Uint8Array, payload: string): Buffer {
  return hashOf('sha256', Buffer.concat([salt, Buffer.from(payload)]), 'buffer');
}

type HashableEntry = Omit<HashedEntry, 'payloadHash' | 'previousHash'> & {
  readonly payloadHash: Uint8Array;
  readonly previousHash: Uint8Array;
};

export function hashEntry(entry: HashableEntry): Buffer {
  const text = entryText({
    ...entry,
    payloadHash: Buffer.from(entry.payloadHash).toString('hex'),
    previousHash: Buffer.from(entry.previousHash).toString('hex'),
  });
  return hashOf('sha256', text, 'buffer');
}
