import type { RowState } from '#shared/domain/batch/judged-row.ts';
import { isBatchField, type BatchField } from '#shared/domain/batch/batch-row.ts';
import type { Instant } from '#shared/base/instant.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

export interface Dealer {
  readonly id: string;
  readonly name: string;
  readonly kraPin: string;
  readonly phone: string;
}

export interface Batch {
  readonly id: string;
  readonly number: string;
  readonly dealer: Dealer;
  readonly state: 'draft' | 'checked' | 'sent' | 'deleted';
  readonly ownerId: string;
  readonly ownerName: string;
  readonly checkedBy: string | null;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
}

interface BatchLine extends Omit<Batch, 'dealer'> {
  readonly dealerId: string;
  readonly dealerName: string;
  readonly dealerPin: string;
  readonly dealerPhone: string;
}

const columns = `batch.id AS id, number, state, owner_id AS ownerId, owner_name AS ownerName, checked_by AS checkedBy, opened_at AS openedAt,
  changed_at AS changedAt, version, dealer.id AS dealerId, dealer.name AS dealerName, kra_pin AS dealerPin, phone AS dealerPhone`;
const source = 'batch JOIN dealer ON dealer.id = batch.dealer_id';
const dealerColumns = 'id, name, kra_pin AS kraPin, phone';

export function findBatch(db: ReadDb, id: string): Batch | undefined {
  const line = db.get<BatchLine>(`SELECT ${columns} FROM ${source} WHERE batch.id = ?`, id);
  return line && batchOf(line);
}

/** Newest first; of one dealer, or of all. */
export function listBatches(db: ReadDb, dealerId: string | null): Batch[] {
  return db
    .all<BatchLine>(
      `SELECT ${columns} FROM ${source} WHERE state <> 'deleted' AND (? IS NULL OR dealer.id = ?) ORDER BY changed_at DESC LIMIT 500`,
      dealerId,
      dealerId,
    )
    .map(batchOf);
}

function batchOf({ dealerId, dealerName, dealerPin, dealerPhone, ...line }: BatchLine): Batch {
  return { ...line, dealer: { id: dealerId, name: dealerName, kraPin: dealerPin, phone: dealerPhone } };
}

export function insertBatch(db: WriteDb, batch: Omit<Batch, 'state' | 'checkedBy' | 'changedAt' | 'version'>): void {
  db.run(
    `INSERT INTO batch (id, number, dealer_id, state, owner_id, owner_name, opened_at, changed_at, version) VALUES (?, ?, ?, 'draft', ?, ?, ?, ?, 0)`,
    batch.id,
    batch.number,
    batch.dealer.id,
    batch.ownerId,
    batch.ownerName,
    batch.openedAt,
    batch.openedAt,
  );
  noteMaker(db, batch.id, batch.ownerId);
}

/** A changed batch has to be looked through anew, by none of those who changed it; `by` is null where nobody did. */
export function noteChanged(db: WriteDb, id: string, { by, at }: { readonly by: string | null; readonly at: Instant }): void {
  db.run(`UPDATE batch SET state = 'draft', checked_by = NULL, changed_at = ?, version = version + 1 WHERE id = ?`, at, id);
  if (by !== null) noteMaker(db, id, by);
}

function noteMaker(db: WriteDb, batchId: string, userId: string): void {
  db.run('INSERT INTO batch_maker (batch_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING', batchId, userId);
}

/** Whether this person opened the batch or changed a row of it since it was last looked through. */
export function isMaker(db: ReadDb, batchId: string, userId: string): boolean {
  return db.get('SELECT 1 FROM batch_maker WHERE batch_id = ? AND user_id = ?', batchId, userId) !== undefined;
}

/** What was made until now has been seen by another person. */
export function markChecked(db: WriteDb, id: string, { by, at }: { readonly by: string; readonly at: Instant }): void {
  db.run(`UPDATE batch SET state = 'checked', checked_by = ?, changed_at = ? WHERE id = ?`, by, at, id);
  db.run('DELETE FROM batch_maker WHERE batch_id = ?', id);
}

/** Some of it came back, so it is mended and looked through anew. */
export function markBack(db: WriteDb, id: string): void {
  db.run(`UPDATE batch SET state = 'draft', checked_by = NULL, version = version + 1 WHERE id = ? AND state <> 'deleted'`, id);
}

/** From here on it is an application; its rows wait until the hub sends some back. */
export function markSent(db: WriteDb, id: string, at: Instant): void {
  db.run(`UPDATE batch SET state = 'sent', changed_at = ?, version = version + 1 WHERE id = ?`, at, id);
}

export function markDeleted(db: WriteDb, id: string, at: Instant): void {
  db.run(`UPDATE batch SET state = 'deleted', checked_by = NULL, changed_at = ?, version = version + 1 WHERE id = ?`, at, id);
}

export function giveTo(db: WriteDb, id: string, to: { readonly id: string; readonly name: string; readonly at: Instant }): void {
  db.run('UPDATE batch SET owner_id = ?, owner_name = ?, changed_at = ? WHERE id = ?', to.id, to.name, to.at, id);
}

/** How many rows are in each state; their sum is the batch. */
export function countRows(db: ReadDb, batchId: string) {
  const found = new Map(
    db
      .all<{ state: RowState; count: number }>(
        'SELECT state, count(*) AS count FROM standing_batch_row WHERE batch_id = ? GROUP BY state',
        batchId,
      )
      .map(({ state, count }) => [state, count] as const),
  );
  const [good, bad, aside] = [found.get('good') ?? 0, found.get('bad') ?? 0, found.get('aside') ?? 0];
  return { good, bad, aside, total: good + bad + aside };
}

export function listDealers(db: ReadDb, only: string | null): Dealer[] {
  return db.all<Dealer>(`SELECT ${dealerColumns} FROM dealer WHERE ? IS NULL OR id = ? ORDER BY name`, only, only);
}

export function findDealer(db: ReadDb, id: string): Dealer | undefined {
  return db.get<Dealer>(`SELECT ${dealerColumns} FROM dealer WHERE id = ?`, id);
}

export function findDealerByPin(db: ReadDb, kraPin: string): Dealer | undefined {
  return db.get<Dealer>(`SELECT ${dealerColumns} FROM dealer WHERE kra_pin = ?`, kraPin);
}

export function insertDealer(db: WriteDb, { id, name, kraPin, phone }: Dealer): void {
  db.run('INSERT INTO dealer (id, name, kra_pin, phone) VALUES (?, ?, ?, ?)', id, name, kraPin, phone);
}

export function findDealerOf(db: ReadDb, userId: string): string | undefined {
  return db.get<{ dealerId: string }>('SELECT dealer_id AS dealerId FROM dealer_clerk WHERE user_id = ?', userId)?.dealerId;
}

export function placeClerk(db: WriteDb, userId: string, dealerId: string): void {
  db.run(
    'INSERT INTO dealer_clerk (user_id, dealer_id) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET dealer_id = excluded.dealer_id',
    userId,
    dealerId,
  );
}

/** What a dealer's headings mean, as somebody has said. */
export function rememberedHeadings(db: ReadDb, dealerId: string): ReadonlyMap<string, BatchField | null> {
  const rows = db.all<{ key: string; field: string | null }>(
    'SELECT heading_key AS key, field FROM batch_heading WHERE dealer_id = ?',
    dealerId,
  );
  return new Map(rows.map(({ key, field }) => [key, field !== null && isBatchField(field) ? field : null]));
}

export function rememberHeading(
  db: WriteDb,
  dealerId: string,
  { key, field }: { readonly key: string; readonly field: BatchField | null },
): void {
  db.run(
    `INSERT INTO batch_heading (dealer_id, heading_key, field) VALUES (?, ?, ?)
     ON CONFLICT (dealer_id, heading_key) DO UPDATE SET field = excluded.field`,
    dealerId,
    key,
    field,
  );
}
