import { marksOf, numberKeys, type ElsewhereLookUp, type KnownElsewhere, type RowMarks } from '#shared/domain/batch/across-rows.ts';
import { chassisKey } from '#shared/domain/chassis.ts';
import type { BatchCells, BatchProblem } from '#shared/domain/batch/batch-row.ts';
import type { RowState } from '#shared/domain/batch/judged-row.ts';
import type { ReadDb, SqlValue, WriteDb } from '../db/database.ts';

/** One motorcycle of a batch as it stands in the file. */
export interface BatchRow {
  readonly id: string;
  readonly position: number;
  readonly cells: BatchCells;
  /** As it came from a file; empty where it was typed. */
  readonly came: BatchCells;
  readonly problems: readonly BatchProblem[];
  readonly confirmed: readonly string[];
  readonly state: RowState;
}

interface StoredRow {
  id: string;
  position: number;
  cells: string;
  /** Null while its texts are as they came. */
  came: string | null;
  problems: string;
  confirmed: string;
  state: RowState;
}

const columns = 'id, position, cells, came, problems, confirmed, state';

export function listRows(db: ReadDb, batchId: string): BatchRow[] {
  return db.all<StoredRow>(`SELECT ${columns} FROM standing_batch_row WHERE batch_id = ? ORDER BY position`, batchId).map(rowOf);
}

/** The rows behind `after`, at most `limit` of them. */
export function listRowsAfter(
  db: ReadDb,
  batchId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): BatchRow[] {
  return db
    .all<StoredRow>(
      `SELECT ${columns} FROM standing_batch_row WHERE batch_id = ? AND position > ? ORDER BY position LIMIT ?`,
      batchId,
      after,
      limit,
    )
    .map(rowOf);
}

export function findRow(db: ReadDb, batchId: string, id: string): BatchRow | undefined {
  const row = db.get<StoredRow>(`SELECT ${columns} FROM standing_batch_row WHERE id = ? AND batch_id = ?`, id, batchId);
  return row && rowOf(row);
}

export function findRowAt(db: ReadDb, batchId: string, position: number): BatchRow | undefined {
  const row = db.get<StoredRow>(`SELECT ${columns} FROM standing_batch_row WHERE batch_id = ? AND position = ?`, batchId, position);
  return row && rowOf(row);
}

/** The rows of a batch that name this chassis, normalised. */
export function findRowsOf(db: ReadDb, batchId: string, chassis: string): BatchRow[] {
  return db
    .all<StoredRow>(
      `SELECT ${columns} FROM batch_row_number CROSS JOIN standing_batch_row USING (row_no) WHERE key = ? AND batch_id = ? AND chassis = ?`,
      ...numberKeys({ chassisKey: chassisKey(chassis), engineKey: '' }),
      batchId,
      chassis,
    )
    .map(rowOf);
}

/** Rows that share a number with this one, or one that looks alike, and are not set aside. */
export function listPeers(db: ReadDb, batchId: string, marks: Pick<RowMarks, 'chassisKey' | 'engineKey'>): BatchRow[] {
  return db
    .all<StoredRow>(
      `SELECT ${columns} FROM batch_row_number CROSS JOIN standing_batch_row USING (row_no)
       WHERE key IN (SELECT value FROM json_each(?)) AND batch_id = ? AND state <> 'aside'`,
      JSON.stringify(numberKeys(marks)),
      batchId,
    )
    .map(rowOf);
}

export function lastPosition(db: ReadDb, batchId: string): number {
  return db.get<{ last: number | null }>('SELECT max(position) AS last FROM standing_batch_row WHERE batch_id = ?', batchId)?.last ?? 0;
}

export interface RowOrigin {
  readonly batchId: string;
  readonly loadId: string | null;
  readonly replacesId: string | null;
  /** Under which it shall stand; else the next one. */
  readonly rowNo?: number;
}

/** A row that was typed is found by its chassis and engine at once, one of a file by `insertNumbers`. */
export function insertRow(db: WriteDb, row: BatchRow, { batchId, loadId, replacesId, rowNo }: RowOrigin): void {
  db.run(
    `INSERT INTO batch_row (row_no, id, batch_id, load_id, replaces_id, position, cells, came, problems, confirmed, state, chassis, chassis_key, engine, engine_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    rowNo ?? null,
    row.id,
    batchId,
    loadId,
    replacesId,
    row.position,
    JSON.stringify(row.cells),
    row.came === row.cells ? null : JSON.stringify(row.came),
    ...judged(row),
  );
}

/** All that stands in one batch, with the files that it came from, becomes another's. */
export function moveRows(db: WriteDb, { from, to }: { readonly from: string; readonly to: string }): void {
  db.run('UPDATE batch_row SET batch_id = ? WHERE batch_id = ?', to, from);
  db.run('UPDATE batch_load SET batch_id = ? WHERE batch_id = ?', to, from);
}

export function lastRowNo(db: ReadDb): number {
  return db.get<{ last: number | null }>('SELECT max(row_no) AS last FROM batch_row')?.last ?? 0;
}

/** One entry of the numbers by which rows are found. */
export type NumberEntry = readonly [key: string, rowNo: number];

export function insertNumbers(db: WriteDb, entries: readonly NumberEntry[]): void {
  db.run('INSERT INTO batch_row_number (key, row_no) SELECT value ->> 0, value ->> 1 FROM json_each(?)', JSON.stringify(entries));
}

export function updateRow(db: WriteDb, row: BatchRow): void {
  db.run(
    `UPDATE batch_row SET came = coalesce(came, cells), cells = ?, problems = ?, confirmed = ?, state = ?, chassis = ?, chassis_key = ?, engine = ?, engine_key = ? WHERE id = ?`,
    JSON.stringify(row.cells),
    ...judged(row),
    row.id,
  );
}

function judged(row: BatchRow): readonly SqlValue[] {
  const { chassis, chassisKey, engine, engineKey } = marksOf(row);
  return [JSON.stringify(row.problems), JSON.stringify(row.confirmed), row.state, chassis, chassisKey, engine, engineKey];
}

function rowOf({ cells: standing, came, problems, confirmed, ...row }: StoredRow): BatchRow {
  const cells = JSON.parse(standing) as BatchCells;
  return {
    ...row,
    cells,
    came: came === null ? cells : (JSON.parse(came) as BatchCells),
    problems: JSON.parse(problems) as BatchProblem[],
    confirmed: JSON.parse(confirmed) as string[],
  };
}

// CROSS JOIN keeps the order: each number is looked up by its index, and no table or batch is read through.
const vehicleChassis = 'SELECT chassis AS number, plate AS under FROM json_each(?) CROSS JOIN vehicle ON chassis = value';
const vehicleEngine = 'SELECT engine_number AS number, plate AS under FROM json_each(?) CROSS JOIN vehicle ON engine_number = value';
// The plus keeps it from the index by state, which would read the whole queue.
const queuedChassis = `SELECT chassis AS number, reference AS under FROM application WHERE chassis IN (SELECT value FROM json_each(?))
  AND chassis <> '' AND +state IN ('queued', 'in-review', 'returned', 'conflict')`;
const inBatches = (column: 'chassis' | 'engine') =>
  `SELECT row.${column} AS number, number AS under FROM json_each(?) AS asked CROSS JOIN batch_row_number AS entry ON entry.key = asked.value
   JOIN standing_batch_row AS row USING (row_no) JOIN batch ON batch.id = row.batch_id
   WHERE row.batch_id <> ? AND row.state <> 'aside' AND batch.state <> 'deleted'
     AND NOT EXISTS (SELECT 1 FROM application WHERE application.id = batch.id AND application.state = 'cancelled')`;

/** Records, queue and other batches of this PC: what is known there of any of these rows, each place asked once by its index. */
export function elsewhereOf(db: ReadDb, batchId: string, marks: readonly Omit<RowMarks, 'id' | 'position'>[]): ElsewhereLookUp {
  const known = (where: KnownElsewhere['where'], sql: string, ...values: readonly string[]) =>
    db.all<{ number: string; under: string }>(sql, ...values).map(({ number, under }) => [number, { where, under }] as const);
  const chassis = JSON.stringify(marks.map((row) => row.chassis).filter((number) => number !== ''));
  const engines = JSON.stringify(marks.map(({ engine }) => engine).filter((number) => number !== ''));
  const chassisKeys = JSON.stringify(marks.flatMap((row) => numberKeys({ ...row, engineKey: '' })));
  const engineKeys = JSON.stringify(marks.flatMap((row) => numberKeys({ ...row, chassisKey: '' })));
  // Of two places that know a number the last one here is named.
  const byChassis = new Map([
    ...known('batch', inBatches('chassis'), chassisKeys, batchId),
    ...known('queue', queuedChassis, chassis),
    ...known('register', vehicleChassis, chassis),
  ]);
  const byEngine = new Map([...known('batch', inBatches('engine'), engineKeys, batchId), ...known('register', vehicleEngine, engines)]);
  return { chassis: (number) => byChassis.get(number), engine: (number) => byEngine.get(number) };
}

export interface Load {
  readonly id: string;
  readonly batchId: string;
  readonly fileName: string;
  readonly fileHash: string;
}

/** A file of which no row counts yet. */
export function insertLoad(db: WriteDb, { id, batchId, fileName, fileHash }: Load): void {
  db.run('INSERT INTO batch_load (id, batch_id, file_name, file_hash, is_done) VALUES (?, ?, ?, ?, 0)', id, batchId, fileName, fileHash);
}

export function hasLoad(db: ReadDb, batchId: string, fileHash: string): boolean {
  return db.get('SELECT 1 FROM batch_load WHERE batch_id = ? AND file_hash = ? AND is_done = 1', batchId, fileHash) !== undefined;
}

/** From here on its rows count, and those whose place they take are gone. */
export function finishLoad(db: WriteDb, id: string): void {
  db.run('DELETE FROM batch_row WHERE id IN (SELECT replaces_id FROM batch_row WHERE load_id = ? AND replaces_id IS NOT NULL)', id);
  db.run('UPDATE batch_load SET is_done = 1 WHERE id = ?', id);
}

/** The files that rows of this batch came from. */
export function listFileNames(db: ReadDb, batchId: string): string[] {
  return db
    .all<{ name: string }>('SELECT DISTINCT file_name AS name FROM batch_load WHERE batch_id = ? AND is_done = 1', batchId)
    .map(({ name }) => name);
}

export function listOpenLoads(db: ReadDb): string[] {
  return db.all<{ id: string }>('SELECT id FROM batch_load WHERE is_done = 0').map(({ id }) => id);
}

/** Takes away some rows of a file that was not brought in to its end; true once nothing of it is left. */
export function removeSome(db: WriteDb, loadId: string, limit: number): boolean {
  const removed = db.run(
    `DELETE FROM batch_row WHERE id IN (
       SELECT row.id FROM batch_row AS row JOIN batch_load ON batch_load.id = row.load_id AND is_done = 0
       WHERE load_id = ? ORDER BY row.id LIMIT ?)`,
    loadId,
    limit,
  );
  if (removed === limit) return false;
  db.run('DELETE FROM batch_load WHERE id = ? AND is_done = 0', loadId);
  return true;
}
