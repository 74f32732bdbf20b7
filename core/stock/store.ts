import type { Day, Instant } from '#shared/base/instant.ts';
import { startOfDay } from '#shared/base/instant.ts';
import { stockStates, type StockFacts, type StockSale, type StockState, type StockUnit } from '#shared/domain/stock-unit.ts';
import type { ReadDb, SqlValue, WriteDb } from '../db/database.ts';

/** With whose it is. */
export interface KnownStockUnit extends StockUnit {
  readonly dealerPin: string;
  readonly dealerName: string;
}

interface StockRow extends Omit<KnownStockUnit, 'sale'> {
  readonly sale: string | null;
}

const columns = `stock_unit.id AS id, dealer_pin AS dealerPin, dealer.name AS dealerName, state, chassis, engine_number AS engineNumber, make, model,
  rating_cc AS ratingCc, year_of_manufacture AS yearOfManufacture, colour, customs_entry AS customsEntry, invoice, taken_in_at AS takenInAt,
  sale, plate, registered_at AS registeredAt, changed_at AS changedAt`;
const source = 'stock_unit JOIN dealer ON dealer.kra_pin = dealer_pin';
/** Holds its chassis and engine number against any other. */
const counts = `state NOT IN ('withdrawn', 'elsewhere')`;

export interface StockFilter {
  /** Whose; null is every dealer's. */
  readonly dealerPin: string | null;
  readonly text: string;
  readonly state: StockState | null;
  readonly model: string | null;
  /** Taken in on the first day or after, and before the second; null is open. */
  readonly from: Day | null;
  readonly before: Day | null;
  /** Registered before this day and without plates; null asks for all. */
  readonly lackingSince: Day | null;
}

type Term = readonly [string, ...SqlValue[]];

/** Every term stands in the text only where it is asked for, so that each question has an index of its own. */
function whereOf(filter: StockFilter, place: Term | null = null): { readonly where: string; readonly values: readonly SqlValue[] } {
  const { dealerPin, text, state, model, from, before, lackingSince } = filter;
  const part = text.toUpperCase().replaceAll(/[\s-]/gu, '');
  const terms: readonly Term[] = [
    ...(place === null ? [] : [place]),
    ...(dealerPin === null ? [] : [['dealer_pin = ?', dealerPin] as const]),
    ...(state === null ? [] : [['state = ?', state] as const]),
    ...(model === null ? [] : [[`make || ' ' || model = ?`, model] as const]),
    ...(from === null ? [] : [['taken_in_at >= ?', startOfDay(from)] as const]),
    ...(before === null ? [] : [['taken_in_at < ?', startOfDay(before)] as const]),
    ...(lackingSince === null ? [] : [[`state = 'registered' AND registered_at < ?`, startOfDay(lackingSince)] as const]),
    ...(part === ''
      ? []
      : [
          [
            `(instr(replace(chassis, '-', ''), ?) > 0 OR instr(replace(replace(engine_number, '-', ''), ' ', ''), ?) > 0 OR instr(plate, ?) > 0)`,
            part,
            part,
            part,
          ] as const,
        ]),
  ];
  return {
    where: terms.length === 0 ? '' : `WHERE ${terms.map(([term]) => term).join(' AND ')}`,
    values: terms.flatMap(([, ...values]) => values),
  };
}

/** Where a motorcycle stands in the list, which is in the order of their coming. */
export type StockPlace = Pick<StockUnit, 'takenInAt' | 'id'>;

export interface StockPage {
  /** The end of the list from which the page is counted. */
  readonly from: 'start' | 'end';
  /** The page lies on the other side of this motorcycle; null begins at the end itself. */
  readonly beyond: StockPlace | null;
  readonly limit: number;
}

const inOrder = { start: 'ORDER BY taken_in_at, stock_unit.id', end: 'ORDER BY taken_in_at DESC, stock_unit.id DESC' } as const;
const farther = { start: '>', end: '<' } as const;

/** A page by the place of its neighbour: as quick at the end of a long list as at its start, and no row is left out while others come. */
export function listStock(db: ReadDb, filter: StockFilter, { from, beyond, limit }: StockPage): readonly KnownStockUnit[] {
  const { where, values } = whereOf(
    filter,
    beyond && [`(taken_in_at, stock_unit.id) ${farther[from]} (?, ?)`, beyond.takenInAt, beyond.id],
  );
  const rows = db.all<StockRow>(`SELECT ${columns} FROM ${source} ${where} ${inOrder[from]} LIMIT ?`, ...values, limit).map(fromRow);
  return from === 'start' ? rows : rows.toReversed();
}

export function countStock(db: ReadDb, filter: StockFilter): number {
  return count(db, whereOf(filter));
}

export function countBefore(db: ReadDb, filter: StockFilter, { takenInAt, id }: StockPlace): number {
  return count(db, whereOf(filter, ['(taken_in_at, id) < (?, ?)', takenInAt, id]));
}

function count(db: ReadDb, { where, values }: ReturnType<typeof whereOf>): number {
  return db.get<{ total: number }>(`SELECT count(*) AS total FROM stock_unit ${where}`, ...values)?.total ?? 0;
}

/** How many stand in each state; their sum is what was taken in. */
export function countByState(db: ReadDb, dealerPin: string | null): Record<StockState, number> {
  const found = new Map(
    db
      .all<{ state: StockState; count: number }>(
        `SELECT state, count(*) AS count FROM stock_unit ${dealerPin === null ? '' : 'WHERE dealer_pin = ?'} GROUP BY state`,
        ...(dealerPin === null ? [] : [dealerPin]),
      )
      .map(({ state, count }) => [state, count]),
  );
  return Object.fromEntries(stockStates.map((state) => [state, found.get(state) ?? 0])) as Record<StockState, number>;
}

/** What can be sold, by make and model, the most numerous first. */
export function countByModel(db: ReadDb, dealerPin: string | null): readonly { readonly model: string; readonly count: number }[] {
  return db.all<{ model: string; count: number }>(
    `SELECT make || ' ' || model AS model, count(*) AS count FROM stock_unit
     WHERE state = 'in-stock' ${dealerPin === null ? '' : 'AND dealer_pin = ?'} GROUP BY 1 ORDER BY 2 DESC, 1`,
    ...(dealerPin === null ? [] : [dealerPin]),
  );
}

export function findStockUnit(db: ReadDb, id: string): KnownStockUnit | undefined {
  const row = db.get<StockRow>(`SELECT ${columns} FROM ${source} WHERE stock_unit.id = ?`, id);
  return row && fromRow(row);
}

/** The motorcycle that bears one of these numbers and counts. */
export function findByMetal(
  db: ReadDb,
  { chassis, engineNumber }: Pick<StockFacts, 'chassis' | 'engineNumber'>,
): KnownStockUnit | undefined {
  const row =
    db.get<StockRow>(`SELECT ${columns} FROM ${source} WHERE chassis = ? AND ${counts}`, chassis) ??
    db.get<StockRow>(`SELECT ${columns} FROM ${source} WHERE engine_number = ? AND ${counts}`, engineNumber);
  return row && fromRow(row);
}

export function findByPlate(db: ReadDb, plate: string): KnownStockUnit | undefined {
  const row = db.get<StockRow>(`SELECT ${columns} FROM ${source} WHERE plate = ?`, plate);
  return row && fromRow(row);
}

export function insertStockUnit(db: WriteDb, dealerPin: string, { unit, at }: { readonly unit: StockFacts; readonly at: Instant }): void {
  putStockUnit(db, dealerPin, { ...unit, state: 'in-stock', takenInAt: at, sale: null, plate: null, registeredAt: null, changedAt: at });
}

/** The whole state of a unit, as it is first written down or as the hub tells it. */
export function putStockUnit(db: WriteDb, dealerPin: string, unit: StockUnit): void {
  db.run(
    `INSERT INTO stock_unit (id, dealer_pin, state, chassis, engine_number, make, model, rating_cc, year_of_manufacture, colour, customs_entry,
       invoice, taken_in_at, sale, plate, registered_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, sale = excluded.sale, awaiting = NULL, told = NULL, plate = excluded.plate,
       registered_at = excluded.registered_at, changed_at = excluded.changed_at`,
    unit.id,
    dealerPin,
    unit.state,
    unit.chassis,
    unit.engineNumber,
    unit.make,
    unit.model,
    unit.ratingCc,
    unit.yearOfManufacture,
    unit.colour,
    unit.customsEntry,
    unit.invoice,
    unit.takenInAt,
    unit.sale && JSON.stringify(unit.sale),
    unit.plate,
    unit.registeredAt,
    unit.changedAt,
  );
}

export function markSold(db: WriteDb, id: string, { sale, entryId }: { readonly sale: StockSale; readonly entryId: string }): void {
  db.run(
    `UPDATE stock_unit SET state = 'sold', sale = ?, awaiting = ?, changed_at = ? WHERE id = ?`,
    JSON.stringify(sale),
    entryId,
    sale.soldAt,
    id,
  );
}

export interface NewState {
  readonly state: StockState;
  readonly at: Instant;
  /** The act whose answer it awaits; null where it is the hub's own word. */
  readonly entryId: string | null;
}

/** The sale stays written down, so that a sale that could not be cancelled stands again. */
export function markState(db: WriteDb, id: string, { state, at, entryId }: NewState): void {
  db.run('UPDATE stock_unit SET state = ?, awaiting = ?, changed_at = ? WHERE id = ?', state, entryId, at, id);
}

/** What the hub tells of a unit on which an act of this PC is on its way; false where none is. */
export function keepTold(db: WriteDb, unit: StockUnit): boolean {
  return db.run('UPDATE stock_unit SET told = ? WHERE id = ? AND awaiting IS NOT NULL', JSON.stringify(unit), unit.id) > 0;
}

/** The units that an act was the last to change, each with what the hub has told of it since. */
export function listAwaiting(db: ReadDb, entryId: string): readonly { readonly unit: KnownStockUnit; readonly told: StockUnit | null }[] {
  return db
    .all<StockRow & { told: string | null }>(`SELECT ${columns}, told FROM ${source} WHERE awaiting = ?`, entryId)
    .map(({ told, ...row }) => ({ unit: fromRow(row), told: told === null ? null : (JSON.parse(told) as StockUnit) }));
}

export function endAwaiting(db: WriteDb, entryId: string): void {
  db.run('UPDATE stock_unit SET awaiting = NULL, told = NULL WHERE awaiting = ?', entryId);
}

/** Whether motorcycles were sold into this batch and wait for its being sent. */
export function hasSoldInto(db: ReadDb, batchId: string): boolean {
  return db.get(`SELECT 1 FROM stock_unit WHERE state = 'sold' AND sale ->> 'batchId' = ? LIMIT 1`, batchId) !== undefined;
}

/** Another record of the same metal gives way to the one that the hub counts. */
export function yieldMetal(db: WriteDb, { id, chassis, engineNumber }: StockFacts, at: Instant): void {
  db.run(`UPDATE stock_unit SET state = 'elsewhere', changed_at = ? WHERE chassis = ? AND id <> ? AND ${counts}`, at, chassis, id);
  db.run(
    `UPDATE stock_unit SET state = 'elsewhere', changed_at = ? WHERE engine_number = ? AND id <> ? AND ${counts}`,
    at,
    engineNumber,
    id,
  );
}

function fromRow({ sale, ...row }: StockRow): KnownStockUnit {
  const stands = row.state !== 'in-stock' && row.state !== 'withdrawn' && sale !== null;
  return { ...row, sale: stands ? (JSON.parse(sale) as StockSale) : null };
}
