import type { Instant } from '#shared/base/instant.ts';
import type { StockFacts, StockState, StockUnit } from '#shared/domain/stock-unit.ts';
import { publishFirst } from '../changes/publish.ts';
import type { Sql } from '../db/sql.ts';

/** A dealer as its own office names it. */
export interface StockDealer {
  readonly name: string;
  readonly kraPin: string;
  readonly phone: string;
}

/** One motorcycle of a dealer's stock, with whose it is. */
export interface StoredStock {
  readonly dealer: StockDealer;
  readonly unit: StockUnit;
}

/** From here to the end of this act only the stock of this dealer at this office is there (`stock_unit_own`). */
export async function actForDealer(sql: Sql, dealerPin: string): Promise<void> {
  await sql.query(`SELECT set_config('kaunta.dealer', $1, true)`, dealerPin);
}

/** A registrar's act, which may concern every dealer's stock. */
export async function actForNoDealer(sql: Sql): Promise<void> {
  await actForDealer(sql, '');
}

interface Intake {
  readonly officeCode: string;
  readonly dealer: StockDealer;
  readonly units: readonly StockFacts[];
  readonly at: Instant;
}

/** Takes in what no stock of the country has; the ids of those. What is told again is taken in no second time. */
export async function insertStock(sql: Sql, { officeCode, dealer, units, at }: Intake): Promise<ReadonlySet<string>> {
  const bodies = units.map((unit): StoredStock => ({ dealer, unit: newUnit(unit, at) }));
  await sql.query(
    `INSERT INTO stock_unit (id, office_code, dealer_pin, state, chassis, engine_number, body)
     SELECT (body -> 'unit' ->> 'id')::uuid, $1, $2, 'in-stock', body -> 'unit' ->> 'chassis', body -> 'unit' ->> 'engineNumber', body
     FROM jsonb_array_elements($3::jsonb) AS body ON CONFLICT DO NOTHING`,
    officeCode,
    dealer.kraPin,
    JSON.stringify(bodies),
  );
  const ids = units.map(({ id }) => id);
  const there = await sql.query<{ id: string }>('SELECT id::text AS id FROM stock_unit WHERE id = ANY ($1::uuid[])', ids);
  return new Set(there.map(({ id }) => id));
}

export function newUnit(facts: StockFacts, at: Instant): StockUnit {
  return { ...facts, state: 'in-stock', takenInAt: at, sale: null, plate: null, registeredAt: null, changedAt: at };
}

/** The motorcycles of the dealer for whom this act is, locked until its end; another's are not among them. */
export function lockStock(sql: Sql, ids: readonly string[]): Promise<readonly StoredStock[]> {
  return sql
    .query<{ body: StoredStock }>('SELECT body FROM stock_unit WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [...ids])
    .then((rows) => rows.map(({ body }) => body));
}

/** Of these numbers, those in stock, locked. A registrar sees every office's; else it is the dealer's own. */
export async function lockStockByChassis(sql: Sql, officeCode: string, chassis: readonly string[]): Promise<readonly StoredStock[]> {
  const rows = await sql.query<{ body: StoredStock }>(
    `SELECT body FROM stock_unit WHERE office_code = $1 AND chassis = ANY ($2::text[]) AND state IN ('in-stock', 'sold') ORDER BY id FOR UPDATE`,
    officeCode,
    [...chassis],
  );
  return rows.map(({ body }) => body);
}

/** Writes down where motorcycles stand now, and tells every PC of their office. */
export async function moveStock(sql: Sql, officeCode: string, moved: readonly StoredStock[]): Promise<void> {
  if (moved.length === 0) return;
  await sql.query(
    `UPDATE stock_unit SET state = told.body -> 'unit' ->> 'state', plate = told.body -> 'unit' ->> 'plate', body = told.body
     FROM jsonb_to_recordset($1::jsonb) AS told (id uuid, body jsonb) WHERE stock_unit.id = told.id`,
    JSON.stringify(moved.map((body) => ({ id: body.unit.id, body }))),
  );
  await tellStock(sql, officeCode, moved);
}

export async function tellStock(sql: Sql, officeCode: string, told: readonly StoredStock[]): Promise<void> {
  const audience = `office:${officeCode}` as const;
  const keys = told.map(({ unit }) => unit.id);
  await sql.query(`DELETE FROM change WHERE kind = 'stock-unit' AND audience = $1 AND key = ANY ($2::text[])`, audience, keys);
  await publishFirst(
    sql,
    told.map((body) => ({
      audience,
      kind: 'stock-unit' as const,
      key: body.unit.id,
      body: { dealer: { ...body.dealer }, unit: { ...body.unit } },
    })),
  );
}

/** Plates lie where they are collected, which may be another office than the dealer's: the motorcycle is found by its plate alone. */
export async function movePlates(
  sql: Sql,
  plate: string,
  { state, at }: { readonly state: Extract<StockState, 'registered' | 'plated' | 'handed-over'>; readonly at: Instant },
): Promise<void> {
  const moved = await sql.query<{ officeCode: string; body: StoredStock }>(
    `SELECT office AS "officeCode", told AS body FROM kaunta_move_plates($1, $2, $3)`,
    plate,
    state,
    at,
  );
  for (const { officeCode, body } of moved) await tellStock(sql, officeCode, [body]);
}
