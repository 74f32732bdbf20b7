import type { UnitOutcome } from '#shared/contract/batch-registration.ts';
import type { BatchCells } from '#shared/domain/batch/batch-row.ts';
import type { Unit, UnitState } from '#shared/domain/batch/unit.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** A unit as this PC has it. */
export interface KnownUnit {
  readonly unit: Unit;
  readonly state: UnitState;
  /** The texts of its row as they were last sent; null where the batch is another PC's. */
  readonly cells: BatchCells | null;
  /** Null until the hub has told of it. */
  readonly outcome: UnitOutcome | null;
}

interface UnitRow {
  facts: string;
  state: UnitState;
  cells: string | null;
  outcome: string | null;
}

const columns = 'facts, state, cells, outcome';

export function listUnits(db: ReadDb, applicationId: string): KnownUnit[] {
  return db.all<UnitRow>(`SELECT ${columns} FROM unit WHERE application_id = ? ORDER BY position`, applicationId).map(fromRow);
}

/** The unit that a row of a batch was sent as. */
export function findUnit(db: ReadDb, applicationId: string, position: number): KnownUnit | undefined {
  const row = db.get<UnitRow>(`SELECT ${columns} FROM unit WHERE application_id = ? AND position = ?`, applicationId, position);
  return row && fromRow(row);
}

/** Writes a unit down as it is sent, for the first time or mended. */
export function putSentUnit(
  db: WriteDb,
  applicationId: string,
  { unit, cells }: { readonly unit: Unit; readonly cells: BatchCells },
): void {
  db.run(
    `INSERT INTO unit (id, application_id, position, state, facts, cells, fee_cents) VALUES (?, ?, ?, 'queued', ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, facts = excluded.facts, cells = excluded.cells, fee_cents = excluded.fee_cents`,
    unit.id,
    applicationId,
    unit.position,
    JSON.stringify(unit),
    JSON.stringify(cells),
    unit.feeCents,
  );
}

/** Writes down what the hub says of a unit; the texts of its row are this PC's own. */
export function putToldUnit(db: WriteDb, applicationId: string, unit: Unit, outcome: UnitOutcome): void {
  db.run(
    `INSERT INTO unit (id, application_id, position, state, facts, outcome, fee_cents) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, facts = excluded.facts, outcome = excluded.outcome, fee_cents = excluded.fee_cents`,
    unit.id,
    applicationId,
    unit.position,
    outcome.state,
    JSON.stringify(unit),
    JSON.stringify(outcome),
    unit.feeCents,
  );
}

/** All that are under way come back at once: the hub did not take the batch. */
export function returnQueued(db: WriteDb, applicationId: string, outcome: UnitOutcome): void {
  db.run(
    `UPDATE unit SET state = 'returned', outcome = ? WHERE application_id = ? AND state = 'queued'`,
    JSON.stringify(outcome),
    applicationId,
  );
}

/** Those that came back and whose rows were set aside since: the dealer wants them no more in this batch. */
export function listGivenUp(db: ReadDb, applicationId: string): readonly { readonly id: string; readonly feeCents: number }[] {
  return db.all<{ id: string; feeCents: number }>(
    `SELECT unit.id AS id, unit.fee_cents AS feeCents FROM unit
     JOIN standing_batch_row AS kept ON kept.batch_id = unit.application_id AND kept.position = unit.position
     WHERE unit.application_id = ? AND unit.state = 'returned' AND kept.state = 'aside' ORDER BY unit.position`,
    applicationId,
  );
}

export function setUnitState(db: WriteDb, id: string, { from, to }: { readonly from: UnitState; readonly to: UnitState }): void {
  db.run('UPDATE unit SET state = ? WHERE id = ? AND state = ?', to, id, from);
}

export function hasUnits(db: ReadDb, applicationId: string): boolean {
  return db.get('SELECT 1 FROM unit WHERE application_id = ? LIMIT 1', applicationId) !== undefined;
}

/** Units and what they cost, by where they stand. */
export function sumUnits(db: ReadDb, applicationId: string): ReadonlyMap<UnitState, { readonly units: number; readonly cents: number }> {
  const rows = db.all<{ state: UnitState; units: number; cents: number }>(
    'SELECT state, count(*) AS units, sum(fee_cents) AS cents FROM unit WHERE application_id = ? GROUP BY state',
    applicationId,
  );
  return new Map(rows.map(({ state, ...sum }) => [state, sum]));
}

function fromRow({ facts, state, cells, outcome }: UnitRow): KnownUnit {
  return {
    unit: JSON.parse(facts) as Unit,
    state,
    cells: cells === null ? null : (JSON.parse(cells) as BatchCells),
    outcome: outcome === null ? null : (JSON.parse(outcome) as UnitOutcome),
  };
}
