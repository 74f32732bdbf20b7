import type { Instant } from '#shared/base/instant.ts';
import type { CollectorRole, SendBackReason, ShelfState } from '#shared/domain/shelf.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import type { StoredScan } from '../documents/service.ts';
import type { ShelfItem, ShelfLine } from './item.ts';

const lineColumns = `shelf_item.id AS id, kind, shelf_item.application_id AS applicationId, shelf_item.plate AS plate, owner, id_kind AS idKind,
  id_number AS idNumber, phone, shelf_item.number AS number, shelf_item.reference AS reference, place, shelf_item.state AS state,
  shelved_at AS shelvedAt, changed_at AS changedAt, shelf_item.clerk_name AS clerkName, send_back_reason AS sendBackReason, note,
  coalesce(logbook.surrender, 'not-applicable') AS surrender, logbook.ended_by AS endedBy,
  shelf_notice.state AS noticeState, shelf_notice.at AS noticeAt, shelf_notice.reason AS noticeReason,
  hand_over.number AS slipNumber, letter_sha256 AS letterSha256`;
const lineJoins = `LEFT JOIN logbook ON logbook.application_id = shelf_item.application_id
  LEFT JOIN shelf_notice ON shelf_notice.item_id = shelf_item.id
  LEFT JOIN hand_over ON hand_over.item_id = shelf_item.id`;

/** Those that may still be handed over here: on the shelf, or not found when stock was taken. */
const isHere = `shelf_item.state IN ('waiting', 'missing')`;

export interface ShelfFilter {
  readonly text: string;
  readonly state: ShelfState;
  /** Put on the shelf on or after the first and before the second; null is open. */
  readonly from: Instant | null;
  readonly before: Instant | null;
}

/** Open ends as texts that no instant comes before or after. */
const [beginning, end] = ['', '~'];

function bounds({ from, before }: Pick<ShelfFilter, 'from' | 'before'>): [string, string] {
  return [from ?? beginning, before ?? end];
}

export function listItems(db: ReadDb, filter: ShelfFilter, limit: number): ShelfLine[] {
  const part = partOf(filter.text);
  return db.all<ShelfLine>(
    `SELECT ${lineColumns} FROM shelf_item ${lineJoins}
     WHERE shelf_item.state = ? AND shelved_at >= ? AND shelved_at < ? AND (? = '' OR instr(words, ?) > 0 OR id_number = ?)
     ORDER BY shelved_at, shelf_item.id LIMIT ?`,
    filter.state,
    ...bounds(filter),
    part,
    part,
    part,
    limit,
  );
}

export function countItems(db: ReadDb, filter: ShelfFilter): number {
  const part = partOf(filter.text);
  return (
    db.get<{ total: number }>(
      `SELECT count(*) AS total FROM shelf_item WHERE state = ? AND shelved_at >= ? AND shelved_at < ? AND (? = '' OR instr(words, ?) > 0 OR id_number = ?)`,
      filter.state,
      ...bounds(filter),
      part,
      part,
      part,
    )?.total ?? 0
  );
}

export function findItem(db: ReadDb, id: string): ShelfLine | undefined {
  return db.get<ShelfLine>(`SELECT ${lineColumns} FROM shelf_item ${lineJoins} WHERE shelf_item.id = ?`, id);
}

/** Whether the plate with this serial lay here for this mark before, and was sent back. */
export function wasSentBack(db: ReadDb, { plate, serial }: { readonly plate: string; readonly serial: string }): boolean {
  const found = db.get(
    `SELECT 1 FROM shelf_item WHERE plate = ? AND state = 'sent-back' AND kind = 'plates' AND number = ? LIMIT 1`,
    plate,
    serial,
  );
  return found !== undefined;
}

/** The copy of an application, where it is on this office's shelf. */
export function findItemOfApplication(db: ReadDb, applicationId: string): ShelfLine | undefined {
  return db.get<ShelfLine>(
    `SELECT ${lineColumns} FROM shelf_item ${lineJoins} WHERE shelf_item.application_id = ? AND ${isHere}`,
    applicationId,
  );
}

export function listItemsAt(db: ReadDb, place: string): ShelfLine[] {
  return db.all<ShelfLine>(`SELECT ${lineColumns} FROM shelf_item ${lineJoins} WHERE place = ? AND ${isHere} ORDER BY shelved_at`, place);
}

/** What a scanned code names of what is here: a plate, a number, a reference, or an item's own id. */
export function listItemsByCode(db: ReadDb, code: string): ShelfLine[] {
  const plate = code.replaceAll(/[\s-]/gu, '');
  return db.all<ShelfLine>(
    `SELECT ${lineColumns} FROM shelf_item ${lineJoins}
     WHERE ${isHere} AND (shelf_item.plate = ? OR shelf_item.number = ? OR shelf_item.reference = ? OR shelf_item.id = ?)
     ORDER BY shelved_at LIMIT 20`,
    plate,
    code,
    code,
    code.toLowerCase(),
  );
}

export function insertItem(db: WriteDb, item: ShelfItem): void {
  db.run(
    `INSERT INTO shelf_item (id, kind, application_id, plate, owner, id_kind, id_number, phone, number, reference, words, place, state,
       shelved_at, changed_at, clerk_name, send_back_reason, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    item.id,
    item.kind,
    item.applicationId,
    item.plate,
    item.owner,
    item.idKind,
    item.idNumber,
    item.phone,
    item.number,
    item.reference,
    wordsOf(item),
    item.place,
    item.state,
    item.shelvedAt,
    item.changedAt,
    item.clerkName,
    item.sendBackReason,
    item.note,
  );
}

export interface ItemChange {
  readonly id: string;
  readonly state: ShelfState;
  readonly place: string;
  readonly at: Instant;
  readonly clerkName: string;
  readonly sendBackReason?: SendBackReason | undefined;
  readonly note?: string | undefined;
}

export function changeItem(db: WriteDb, item: ShelfItem, { id, state, place, at, clerkName, sendBackReason, note }: ItemChange): void {
  db.run(
    `UPDATE shelf_item SET state = ?, place = ?, words = ?, changed_at = ?, clerk_name = ?, send_back_reason = ?, note = ? WHERE id = ?`,
    state,
    place,
    wordsOf({ ...item, place }),
    at,
    clerkName,
    sendBackReason ?? null,
    note ?? '',
    id,
  );
}

export interface HandOver {
  readonly id: string;
  readonly number: string;
  readonly itemId: string | null;
  readonly applicationId: string | null;
  readonly at: Instant;
  readonly collectorName: string;
  readonly collectorIdNumber: string;
  readonly collectedAs: CollectorRole;
  readonly letterSignedBy: string | null;
  readonly letterDay: string | null;
  readonly letterSha256: string | null;
  readonly letterBytes: number | null;
  readonly letterPages: number | null;
  readonly method: string;
  readonly mark: string;
  readonly isOldBookIn: boolean;
  readonly clerkName: string;
}

export function insertHandOver(db: WriteDb, given: HandOver): void {
  db.run(
    `INSERT INTO hand_over (id, number, item_id, application_id, at, collector_name, collector_id_number, collected_as, letter_signed_by, letter_day,
       letter_sha256, letter_bytes, letter_pages, method, mark, is_old_book_in, clerk_name)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    given.id,
    given.number,
    given.itemId,
    given.applicationId,
    given.at,
    given.collectorName,
    given.collectorIdNumber,
    given.collectedAs,
    given.letterSignedBy,
    given.letterDay,
    given.letterSha256,
    given.letterBytes,
    given.letterPages,
    given.method,
    given.mark,
    given.isOldBookIn ? 1 : 0,
    given.clerkName,
  );
}

export function findHandOver(db: ReadDb, number: string): HandOver | undefined {
  const row = db.get<Omit<HandOver, 'isOldBookIn'> & { isOldBookIn: number }>(
    `SELECT id, number, item_id AS itemId, application_id AS applicationId, at, collector_name AS collectorName,
       collector_id_number AS collectorIdNumber, collected_as AS collectedAs, letter_signed_by AS letterSignedBy, letter_day AS letterDay,
       letter_sha256 AS letterSha256, letter_bytes AS letterBytes, letter_pages AS letterPages, method, mark, is_old_book_in AS isOldBookIn, clerk_name AS clerkName FROM hand_over WHERE number = ?`,
    number,
  );
  return row && { ...row, isOldBookIn: row.isOldBookIn === 1 };
}

/** The scan of a letter takes the place of one that was lost. */
export function replaceLetterScan(db: WriteDb, number: string, { sha256, bytes, pages }: StoredScan): void {
  db.run('UPDATE hand_over SET letter_sha256 = ?, letter_bytes = ?, letter_pages = ? WHERE number = ?', sha256, bytes, pages, number);
}

export function putShelfNotice(db: WriteDb, notice: { itemId: string; state: string; at: Instant; reason: string | null }): void {
  db.run(
    `INSERT INTO shelf_notice (item_id, state, at, reason) VALUES (?, ?, ?, ?)
     ON CONFLICT (item_id) DO UPDATE SET state = excluded.state, at = excluded.at, reason = excluded.reason`,
    notice.itemId,
    notice.state,
    notice.at,
    notice.reason,
  );
}

/** A plate is looked for as it is written and as it is stored. */
function wordsOf({
  plate,
  owner,
  number,
  reference,
  place,
}: Pick<ShelfItem, 'plate' | 'owner' | 'number' | 'reference' | 'place'>): string {
  return [plate, owner.toUpperCase(), number, reference, place].join('\n');
}

/** What is looked for as a part of an item's words, or as a whole ID number. `kmfp 324b` is part of `KMFP324B`; words with figures lose their blanks, names keep them. */
function partOf(text: string): string {
  const typed = text.trim().toUpperCase();
  return /\d/u.test(typed) && !/^[A-Z]-/u.test(typed) ? typed.replaceAll(/\s/gu, '') : typed;
}
