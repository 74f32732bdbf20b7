import type { Instant } from '#shared/base/instant.ts';
import type {
  KnownSheet,
  PackKind,
  RangeStanding,
  SheetLife,
  SheetPeriod,
  SheetRange,
  SheetSpoilReason,
  SheetState,
} from '#shared/domain/sheet.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

export interface ReceivedRange extends SheetRange {
  readonly id: string;
  readonly kind: PackKind;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
}

/** A range with what the hub says to it. */
export interface KnownRange extends ReceivedRange {
  readonly standing: RangeStanding;
  /** The other PC, where the hub names one. */
  readonly holder: { readonly office: string; readonly device: number } | null;
}

export interface Sheet extends KnownSheet {
  readonly serial: string;
  readonly logbookNumber: string | null;
  readonly copy: number | null;
  readonly spoilReason: SheetSpoilReason | null;
}

export interface CountedSheet extends SheetLife {
  readonly rangeId: string;
}

/** The hub's answer to the act that received a range. */
const answered = `sheet_range LEFT JOIN journal ON journal.entry_id = sheet_range.entry_id
  LEFT JOIN entry_answer ON entry_answer.seq = journal.seq`;
const isElsewhere = `entry_answer.outcome = 'refused' AND entry_answer.detail ->> 'code' = 'sheet.range-elsewhere'`;
/** Of a kind, in stock here, and of no range that another PC holds. */
const isUsable = `state = 'received' AND range_id IN (SELECT id FROM sheet_range WHERE kind = ?)
  AND range_id NOT IN (SELECT sheet_range.id FROM ${answered} WHERE ${isElsewhere})`;

interface RangeRow extends ReceivedRange {
  readonly standing: RangeStanding;
  readonly office: string | null;
  readonly device: number | null;
}

export function listRanges(db: ReadDb): KnownRange[] {
  return db
    .all<RangeRow>(
      `SELECT sheet_range.id AS id, sheet_range.kind AS kind, prefix, digits, first, last, received_at AS receivedAt, received_by AS receivedBy,
         CASE WHEN ${isElsewhere} THEN 'elsewhere' WHEN entry_answer.outcome IN ('applied', 'duplicate') THEN 'known' ELSE 'waiting' END AS standing,
         entry_answer.detail ->> '$.facts.office' AS office, entry_answer.detail ->> '$.facts.device' AS device
       FROM ${answered} ORDER BY received_at, sheet_range.id`,
    )
    .map(({ office, device, ...range }) => ({ ...range, holder: office === null || device === null ? null : { office, device } }));
}

/** Writes a range and each of its sheets, in the order of their numbers. */
export function insertRange(db: WriteDb, range: ReceivedRange & { readonly entryId: string }): void {
  db.run(
    'INSERT INTO sheet_range (id, kind, prefix, digits, first, last, received_at, received_by, entry_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    range.id,
    range.kind,
    range.prefix,
    range.digits,
    range.first,
    range.last,
    range.receivedAt,
    range.receivedBy,
    range.entryId,
  );
  db.run(
    `INSERT INTO sheet (serial, range_id, state)
     WITH RECURSIVE numbered (number) AS (SELECT ? UNION ALL SELECT number + 1 FROM numbered WHERE number < ?)
     SELECT ? || printf('%0' || ? || 'd', number), ?, 'received' FROM numbered ORDER BY number`,
    range.first,
    range.last,
    range.prefix,
    String(range.digits),
    range.id,
  );
}

const sheetColumns = `serial, state, taken_at AS takenAt, logbook_number AS logbookNumber, copy, spoil_reason AS spoilReason`;

export function findSheet(db: ReadDb, serial: string): (Sheet & { readonly kind: PackKind }) | undefined {
  return db.get<Sheet & { readonly kind: PackKind }>(
    `SELECT ${sheetColumns}, (SELECT kind FROM sheet_range WHERE sheet_range.id = range_id) AS kind FROM sheet WHERE serial = ?`,
    serial,
  );
}

/** The sheet that lies on top of the pack that came first. */
export function findNextSheet(db: ReadDb, kind: PackKind): string | undefined {
  return db.get<{ serial: string }>(`SELECT serial FROM sheet WHERE ${isUsable} ORDER BY position LIMIT 1`, kind)?.serial;
}

export function countStock(db: ReadDb, kind: PackKind): number {
  return db.get<{ total: number }>(`SELECT count(*) AS total FROM sheet WHERE ${isUsable}`, kind)?.total ?? 0;
}

/** How many sheets of each range stand where; states that none is in are left out. */
export function countStates(db: ReadDb): ReadonlyMap<string, Partial<Record<SheetState, number>>> {
  const rows = db.all<{ rangeId: string; state: SheetState; total: number }>(
    'SELECT range_id AS rangeId, state, count(*) AS total FROM sheet GROUP BY range_id, state',
  );
  const counts = new Map<string, Partial<Record<SheetState, number>>>();
  for (const { rangeId, state, total } of rows) counts.set(rangeId, { ...counts.get(rangeId), [state]: total });
  return counts;
}

/** The sheets that a copy was printed on, in the order in which they were taken; the last one is the copy, unless it was spoiled. */
export function listSheetsOfCopy(db: ReadDb, logbookNumber: string, copy: number): Sheet[] {
  return db.all<Sheet>(
    `SELECT ${sheetColumns} FROM sheet WHERE logbook_number = ? AND copy = ? ORDER BY taken_at, position`,
    logbookNumber,
    copy,
  );
}

export interface TakenSheet {
  readonly serial: string;
  /** The copy that is printed on it; null for a plate. */
  readonly logbookNumber: string | null;
  readonly copy: number | null;
  readonly at: Instant;
  readonly by: string;
}

export function markUsed(db: WriteDb, { serial, logbookNumber, copy, at, by }: TakenSheet): void {
  db.run(
    `UPDATE sheet SET state = 'used', taken_at = ?, taken_by = ?, logbook_number = ?, copy = ? WHERE serial = ? AND state = 'received'`,
    at,
    by,
    logbookNumber,
    copy,
    serial,
  );
}

export interface SpoiledSheet {
  readonly serial: string;
  readonly reason: SheetSpoilReason;
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
}

/** How many sheets it was: 1, or 0 where it is in no state to be spoiled. */
export function markSpoiled(db: WriteDb, { serial, reason, note, at, by }: SpoiledSheet): number {
  return db.run(
    `UPDATE sheet SET state = 'spoiled', spoiled_at = ?, spoil_reason = ?, spoil_note = ?, taken_at = coalesce(taken_at, ?),
       taken_by = CASE WHEN taken_at IS NULL THEN ? ELSE taken_by END
     WHERE serial = ? AND state IN ('received', 'used')`,
    at,
    reason,
    note,
    at,
    by,
    serial,
  );
}

/** Gives sheets that lie in stock back; `serials` are known to be there. */
export function markReturned(db: WriteDb, serials: readonly string[], { at, by }: { readonly at: Instant; readonly by: string }): number {
  return db.run(
    `UPDATE sheet SET state = 'returned', taken_at = ?, taken_by = ?
     WHERE state = 'received' AND serial IN (SELECT value FROM json_each(?))`,
    at,
    by,
    JSON.stringify(serials),
  );
}

/** Takes what is left of a range out of the stock: how many sheets that were. */
export function markTakenOut(db: WriteDb, rangeId: string, { at, by }: { readonly at: Instant; readonly by: string }): number {
  return db.run(
    `UPDATE sheet SET state = 'returned', taken_at = ?, taken_by = ? WHERE state = 'received' AND range_id = ?`,
    at,
    by,
    rangeId,
  );
}

export interface SheetLine extends Sheet {
  readonly takenBy: string;
  readonly spoiledAt: Instant | null;
  readonly spoilNote: string;
}

/** The day end counts the sheets of logbooks; plates are counted by the pack. */
const ofLogbooks = `range_id IN (SELECT id FROM sheet_range WHERE kind = 'logbook')`;

/** Sheets that left the stock or were found spoiled in a period, the last one first. */
export function listTaken(db: ReadDb, { from, to }: SheetPeriod, limit: number): SheetLine[] {
  return db.all<SheetLine>(
    `SELECT ${sheetColumns}, taken_by AS takenBy, spoiled_at AS spoiledAt, spoil_note AS spoilNote FROM sheet
     WHERE ((taken_at >= ? AND taken_at < ?) OR (spoiled_at >= ? AND spoiled_at < ?)) AND ${ofLogbooks}
     ORDER BY coalesce(spoiled_at, taken_at) DESC, position DESC LIMIT ?`,
    from,
    to,
    from,
    to,
    limit,
  );
}

/** Sheets that were found spoiled in a period, in the order of their numbers. */
export function listSpoiled(db: ReadDb, { from, to }: SheetPeriod) {
  return db.all<{ serial: string; at: Instant; reason: SheetSpoilReason; note: string }>(
    `SELECT serial, spoiled_at AS at, spoil_reason AS reason, spoil_note AS note FROM sheet WHERE spoiled_at >= ? AND spoiled_at < ? AND ${ofLogbooks}
     ORDER BY position`,
    from,
    to,
  );
}

/** What the count of a period asks about: sheets that were in stock in it, or were found spoiled in it. */
export function listCounted(db: ReadDb, { from, to }: SheetPeriod): CountedSheet[] {
  return db.all<CountedSheet & { state: SheetState }>(
    `SELECT range_id AS rangeId, received_at AS receivedAt, taken_at AS takenAt, state, spoiled_at AS spoiledAt
     FROM sheet JOIN sheet_range ON sheet_range.id = sheet.range_id
     WHERE sheet_range.kind = 'logbook' AND received_at < ? AND (taken_at IS NULL OR taken_at >= ? OR spoiled_at >= ?)`,
    to,
    from,
    from,
  );
}
