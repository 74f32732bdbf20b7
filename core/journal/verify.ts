import type { Role } from '#shared/domain/role.ts';
import { firstPreviousHash } from '#shared/protocol/entry.ts';
import type { ReadDb } from '../db/database.ts';
import { findHead, hashEntry, hashPayload, type Chain } from './journal.ts';

/**
 * What is wrong with one row: its own facts were changed, it is gone, it stands in another's place, its payload was changed or is gone,
 * or the end of the chain was cut off.
 */
export interface JournalFault {
  readonly seq: number;
  readonly fault: 'changed' | 'missing' | 'moved' | 'payload-changed' | 'payload-missing' | 'tail-cut';
}

export interface Verification {
  readonly entries: number;
  readonly headSeq: number;
  readonly headHash: string;
  readonly faults: readonly JournalFault[];
}

interface Row {
  seq: number;
  entry_id: string;
  epoch: number;
  at: string;
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
  /** Of the first row of an epoch: where this file's rows ended then, and what the row follows. */
  own_seq: number | null;
  joined_hash: Uint8Array | null;
}

const pageSize = 2000;
/** Beyond these, naming more rows helps nobody. */
const mostFaults = 100;

/** Reads the whole chain in order and names every row that does not stand as it was written. */
export function verifyJournal(db: ReadDb, deviceId: string): Verification {
  const head = findHead(db);
  const faults: JournalFault[] = [];
  let previous: { seq: number; hash: string } = { seq: 0, hash: firstPreviousHash };
  let entries = 0;
  for (let page = rowsAfter(db, 0); page.length > 0 && faults.length < mostFaults; page = rowsAfter(db, previous.seq)) {
    for (const row of page) {
      faults.push(...faultsOfRow(row, previous, { deviceId, epoch: row.epoch }));
      previous = { seq: row.seq, hash: hex(row.hash) };
      entries += 1;
    }
  }
  const end = head ? { seq: head.seq, hash: hex(head.hash) } : { seq: 0, hash: firstPreviousHash };
  if (faults.length < mostFaults && (end.seq !== previous.seq || end.hash !== previous.hash))
    faults.push({ seq: previous.seq + 1, fault: 'tail-cut' });
  return { entries, headSeq: previous.seq, headHash: previous.hash, faults };
}

function faultsOfRow(row: Row, previous: { seq: number; hash: string }, chain: Chain): JournalFault[] {
  const faults: JournalFault[] = [];
  // After a set-back an epoch begins behind the hub's last row, so numbers between that and this file's own were never given here.
  const before = row.own_seq ?? row.seq - 1;
  const follows = row.joined_hash ? hex(row.joined_hash) : previous.hash;
  for (let seq = previous.seq + 1; seq <= before && faults.length < mostFaults; seq += 1) faults.push({ seq, fault: 'missing' });
  const own = hashEntry({
    ...chain,
    seq: row.seq,
    entryId: row.entry_id,
    at: row.at,
    actor: { id: row.actor_id, name: row.actor_name, roles: parseRoles(row.actor_roles) },
    kind: row.kind,
    subject: row.subject,
    scope: row.scope,
    payloadHash: row.payload_hash,
    previousHash: row.previous_hash,
  });
  const isAsWritten = JSON.stringify(parseRoles(row.actor_roles)) === row.actor_roles && hex(own) === hex(row.hash);
  if (!isAsWritten) faults.push({ seq: row.seq, fault: 'changed' });
  else if (faults.length === 0 && hex(row.previous_hash) !== follows) faults.push({ seq: row.seq, fault: 'moved' });
  if (row.payload === null || row.salt === null) faults.push({ seq: row.seq, fault: 'payload-missing' });
  else if (hex(hashPayload(row.salt, row.payload)) !== hex(row.payload_hash)) faults.push({ seq: row.seq, fault: 'payload-changed' });
  return faults;
}

function rowsAfter(db: ReadDb, seq: number): Row[] {
  return db.all<Row>(
    `SELECT journal.seq AS seq, entry_id, journal.epoch AS epoch, journal.at AS at, actor_id, actor_name, actor_roles, kind, subject, scope, payload_hash, previous_hash, hash, salt, payload,
       own_seq, joined_hash
     FROM journal LEFT JOIN journal_payload ON journal_payload.seq = journal.seq LEFT JOIN epoch ON first_seq = journal.seq
     WHERE journal.seq > ? ORDER BY journal.seq LIMIT ${pageSize}`,
    seq,
  );
}

/** A row that was edited into something else than a list still gets a hash, just not its own. */
function parseRoles(text: string): Role[] {
  try {
    return JSON.parse(text) as Role[];
  } catch {
    return [];
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
