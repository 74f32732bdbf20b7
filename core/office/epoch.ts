import type { Instant } from '#shared/base/instant.ts';
import type { Actor } from '#shared/domain/role.ts';
import { seriesLetterOf } from '#shared/domain/series-letter.ts';
import { firstPreviousHash } from '#shared/protocol/entry.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { appendEntry, businessTime, findHead } from '../journal/journal.ts';

/** Why a file's numbers go on under another letter: brought back from a copy, found in another place, or behind what the hub has of it. */
export type EpochWhy = 'restored' | 'copied' | 'set-back';

/** One run of this device's journal; its numbers carry a letter of their own, so that none is ever given twice (DESIGN §3). */
export interface Epoch {
  readonly epoch: number;
  readonly seriesLetter: string;
  /** The first of the journal's rows in it. */
  readonly firstSeq: number;
  readonly why: EpochWhy | 'enrolled';
  readonly at: Instant;
}

export interface EpochOpening {
  readonly why: EpochWhy;
  readonly nowMs: number;
  readonly newId: () => string;
  /** Of a file that was set back: where the hub's chain of this device ends, which the new epoch goes on from. */
  readonly hubHead?: { readonly epoch: number; readonly seq: number; readonly hash: string } | undefined;
}

/** Who acts where the program does it by itself; the id is a UUID of version 8, made by hand. */
const program: Actor = { id: '00000000-0000-8000-8000-00000000000c', name: 'Kaunta', roles: [] };

export function newestEpoch(db: ReadDb): Epoch {
  const row = db.get<Epoch>(
    'SELECT epoch, series_letter AS seriesLetter, first_seq AS firstSeq, why, at FROM epoch ORDER BY epoch DESC LIMIT 1',
  );
  if (!row) throw new Error('This office file was never enrolled');
  return row;
}

/** The first epoch of a PC, as the hub gave it at enrolment. */
export function insertFirstEpoch(db: WriteDb, first: Pick<Epoch, 'epoch' | 'seriesLetter'> & { readonly at: string }): void {
  insertEpoch(db, { ...first, why: 'enrolled', firstSeq: 1, ownSeq: 0, joinedHash: Buffer.from(firstPreviousHash, 'hex') });
}

/**
 * Begins the next epoch, in the transaction of whatever made it necessary: from here on every number carries the next letter. The file
 * belongs to wherever it is opened next.
 */
export function openEpoch(db: WriteDb, { why, nowMs, newId, hubHead }: EpochOpening): Epoch {
  const own = findHead(db) ?? { seq: 0, hash: Buffer.from(firstPreviousHash, 'hex') };
  const behind = hubHead ? { seq: Math.max(own.seq, hubHead.seq), hash: Buffer.from(hubHead.hash, 'hex') } : own;
  const epoch = Math.max(newestEpoch(db).epoch, hubHead?.epoch ?? 0) + 1;
  const at = businessTime(db, nowMs);
  const { deviceId, officeCode } = getDevice(db);
  const seriesLetter = seriesLetterOf(epoch);
  const firstSeq = appendEntry(
    db,
    { deviceId, epoch },
    {
      entryId: newId(),
      at,
      actor: program,
      kind: 'devices.openEpoch',
      subject: `office:${officeCode}`,
      scope: 'office',
      payload: { epoch, seriesLetter, why },
      reply: null,
    },
    behind,
  );
  const opened: Epoch = { epoch, seriesLetter, firstSeq, why, at };
  insertEpoch(db, { ...opened, ownSeq: own.seq, joinedHash: behind.hash });
  db.run('DELETE FROM place');
  return opened;
}

function insertEpoch(
  db: WriteDb,
  epoch: Omit<Epoch, 'at'> & { readonly at: string; readonly ownSeq: number; readonly joinedHash: Uint8Array },
): void {
  db.run(
    'INSERT INTO epoch (epoch, series_letter, first_seq, why, at, own_seq, joined_hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    epoch.epoch,
    epoch.seriesLetter,
    epoch.firstSeq,
    epoch.why,
    epoch.at,
    epoch.ownSeq,
    epoch.joinedHash,
  );
}

function getDevice(db: ReadDb): { deviceId: string; officeCode: string } {
  const row = db.get<{ deviceId: string; officeCode: string }>(
    'SELECT id AS deviceId, office_code AS officeCode FROM device WHERE one = 1',
  );
  if (!row) throw new Error('This office file was never enrolled');
  return row;
}
