import { startOfDay, type Day, type Instant } from '#shared/base/instant.ts';
import type { TradeMovement, TradePurpose, TradeReturn } from '#shared/domain/trade-plate.ts';
import type { ReadDb, SqlValue, WriteDb } from '../db/database.ts';

/** With whose plate it is. */
export interface KnownMovement extends TradeMovement {
  readonly dealerPin: string;
  readonly dealerName: string;
  /** Another line of the register has the same plate out at the same time. */
  readonly isDoubled: boolean;
}

interface MovementRow {
  readonly id: string;
  readonly dealerPin: string;
  readonly dealerName: string;
  readonly plate: string;
  readonly chassis: string;
  readonly vehicle: string;
  readonly purpose: TradePurpose;
  readonly destination: string;
  readonly driverName: string;
  readonly driverIdNumber: string;
  readonly outAt: Instant;
  readonly outBy: string;
  readonly backAt: Instant | null;
  readonly backBy: string | null;
  readonly backNote: string | null;
  readonly doubled: 0 | 1;
}

const columns = `movement.id AS id, dealer_pin AS dealerPin, dealer.name AS dealerName, plate, chassis, vehicle, purpose, destination,
  driver_name AS driverName, driver_id_number AS driverIdNumber, out_at AS outAt, out_by AS outBy, back_at AS backAt, back_by AS backBy,
  back_note AS backNote,
  EXISTS (SELECT 1 FROM trade_movement AS other WHERE other.plate = movement.plate AND other.id <> movement.id
    AND (movement.back_at IS NULL OR other.out_at < movement.back_at) AND (other.back_at IS NULL OR other.back_at > movement.out_at)) AS doubled`;
const source = 'trade_movement AS movement JOIN dealer ON dealer.kra_pin = dealer_pin';

export interface MovementFilter {
  /** Whose; null is every dealer's. */
  readonly dealerPin: string | null;
  readonly text: string;
  readonly onlyOut: boolean;
}

function whereOf({ dealerPin, text, onlyOut }: MovementFilter): { readonly where: string; readonly values: readonly SqlValue[] } {
  const part = text.toUpperCase().replaceAll(/[\s-]/gu, '');
  const terms: readonly (readonly [string, ...SqlValue[]])[] = [
    ['1 = 1'],
    ...(dealerPin === null ? [] : [['dealer_pin = ?', dealerPin] as const]),
    ...(onlyOut ? [['back_at IS NULL'] as const] : []),
    ...(part === ''
      ? []
      : [[`instr(upper(replace(plate || ' ' || chassis || ' ' || driver_name || ' ' || destination, ' ', '')), ?) > 0`, part] as const]),
  ];
  return { where: `WHERE ${terms.map(([term]) => term).join(' AND ')}`, values: terms.flatMap(([, ...values]) => values) };
}

/** The newest first. */
export function listMovements(db: ReadDb, filter: MovementFilter, limit: number): readonly KnownMovement[] {
  const { where, values } = whereOf(filter);
  return db
    .all<MovementRow>(`SELECT ${columns} FROM ${source} ${where} ORDER BY out_at DESC, movement.id DESC LIMIT ?`, ...values, limit)
    .map(fromRow);
}

export function countMovements(db: ReadDb, filter: MovementFilter): number {
  const { where, values } = whereOf(filter);
  return db.get<{ total: number }>(`SELECT count(*) AS total FROM trade_movement ${where}`, ...values)?.total ?? 0;
}

/** What went out from the first day up to but without the second, in the order in which it went: as a register is read. */
export function listMovementsOfDays(
  db: ReadDb,
  dealerPin: string,
  { from, before }: { readonly from: Day; readonly before: Day },
): readonly KnownMovement[] {
  return db
    .all<MovementRow>(
      `SELECT ${columns} FROM ${source} WHERE dealer_pin = ? AND out_at >= ? AND out_at < ? ORDER BY out_at, movement.id`,
      dealerPin,
      startOfDay(from),
      startOfDay(before),
    )
    .map(fromRow);
}

export function listPlates(db: ReadDb, dealerPin: string | null): readonly { readonly plate: string; readonly isOut: boolean }[] {
  return db
    .all<{ plate: string; isOut: 0 | 1 }>(
      `SELECT plate, max(back_at IS NULL) AS isOut FROM trade_movement ${dealerPin === null ? '' : 'WHERE dealer_pin = ?'}
       GROUP BY plate ORDER BY plate`,
      ...(dealerPin === null ? [] : [dealerPin]),
    )
    .map(({ plate, isOut }) => ({ plate, isOut: isOut === 1 }));
}

export function findMovement(db: ReadDb, id: string): KnownMovement | undefined {
  const row = db.get<MovementRow>(`SELECT ${columns} FROM ${source} WHERE movement.id = ?`, id);
  return row && fromRow(row);
}

/** Whichever dealer it was written down for: there is one plate of that mark in the country. */
export function findOutByPlate(db: ReadDb, plate: string): KnownMovement | undefined {
  const row = db.get<MovementRow>(`SELECT ${columns} FROM ${source} WHERE plate = ? AND back_at IS NULL LIMIT 1`, plate);
  return row && fromRow(row);
}

export function findOutByChassis(db: ReadDb, chassis: string): KnownMovement | undefined {
  const row = db.get<MovementRow>(`SELECT ${columns} FROM ${source} WHERE chassis = ? AND back_at IS NULL LIMIT 1`, chassis);
  return row && fromRow(row);
}

/** What came back is never out again: the hub's older word does not undo a return that is on its way to it. */
export function putMovement(db: WriteDb, dealerPin: string, { driver, back, ...movement }: TradeMovement): void {
  db.run(
    `INSERT INTO trade_movement (id, dealer_pin, plate, chassis, vehicle, purpose, destination, driver_name, driver_id_number, out_at, out_by,
       back_at, back_by, back_note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET back_at = excluded.back_at, back_by = excluded.back_by, back_note = excluded.back_note
       WHERE excluded.back_at IS NOT NULL`,
    movement.id,
    dealerPin,
    movement.plate,
    movement.chassis,
    movement.vehicle,
    movement.purpose,
    movement.destination,
    driver.name,
    driver.idNumber,
    movement.outAt,
    movement.outBy,
    back?.at ?? null,
    back?.by ?? null,
    back?.note ?? null,
  );
}

export function markBack(db: WriteDb, id: string, { at, by, note }: TradeReturn): void {
  db.run('UPDATE trade_movement SET back_at = ?, back_by = ?, back_note = ? WHERE id = ?', at, by, note, id);
}

function fromRow({ driverName, driverIdNumber, backAt, backBy, backNote, doubled, ...row }: MovementRow): KnownMovement {
  return {
    ...row,
    driver: { name: driverName, idNumber: driverIdNumber },
    back: backAt === null || backBy === null ? null : { at: backAt, by: backBy, note: backNote ?? '' },
    isDoubled: doubled === 1,
  };
}
