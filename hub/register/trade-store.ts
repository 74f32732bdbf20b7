import type { TradeMovement } from '#shared/domain/trade-plate.ts';
import { publish } from '../changes/publish.ts';
import { findRow, type Sql } from '../db/sql.ts';
import type { StockDealer } from './stock-store.ts';

/** One line of a dealer's register of KD plates, with whose it is. */
export interface StoredMovement {
  readonly dealer: StockDealer;
  readonly movement: TradeMovement;
}

/** False where it stands there already. */
export async function insertMovement(sql: Sql, officeCode: string, stored: StoredMovement): Promise<boolean> {
  const { dealer, movement } = stored;
  const added = await sql.query(
    `INSERT INTO trade_movement (id, office_code, dealer_pin, plate, out_at, body) VALUES ($1::uuid, $2, $3, $4, $5, $6::jsonb)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    movement.id,
    officeCode,
    dealer.kraPin,
    movement.plate,
    movement.outAt,
    JSON.stringify(stored),
  );
  return added.length > 0;
}

/** Of the dealer for whom this act is, locked until its end; another's is not there. */
export async function lockMovement(sql: Sql, id: string): Promise<StoredMovement | undefined> {
  const row = await findRow<{ body: StoredMovement }>(sql, 'SELECT body FROM trade_movement WHERE id = $1::uuid FOR UPDATE', id);
  return row?.body;
}

export async function updateMovement(sql: Sql, stored: StoredMovement): Promise<void> {
  await sql.query('UPDATE trade_movement SET body = $2::jsonb WHERE id = $1::uuid', stored.movement.id, JSON.stringify(stored));
}

export async function tellMovement(sql: Sql, officeCode: string, { dealer, movement }: StoredMovement): Promise<void> {
  const { driver, back } = movement;
  const body = { dealer: { ...dealer }, movement: { ...movement, driver: { ...driver }, back: back && { ...back } } };
  await publish(sql, { audience: `office:${officeCode}`, kind: 'trade-movement', key: movement.id, body });
}
