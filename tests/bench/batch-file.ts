import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BatchCells } from '#shared/domain/batch/batch-row.ts';
import { marksOf, numberKeys } from '#shared/domain/batch/across-rows.ts';
import { openWriter, type DatabaseFile } from '#core/db/database.ts';
import { migrate, migrations } from '#core/db/migrate.ts';
import { goodCells } from '#tests/batches/dealer-file.ts';

const columns = [
  'id', 'batch_id', 'load_id', 'replaces_id', 'position', 'cells', 'came', 'problems', 'confirmed', 'state',
  'chassis', 'chassis_key', 'engine', 'engine_key',
] as const; // prettier-ignore

/** One row of the table as it was written. */
export type WrittenRow = Readonly<Record<(typeof columns)[number], string | number | null>>;

export const selectWritten = `SELECT ${columns.join(', ')} FROM batch_row WHERE batch_id = ?`;

const spread = 400_000_000;
/** Prime, and so large that rows one after the other lie far apart in every index. */
const step = 179_424_673;

/** Cells whose numbers lie anywhere among those of `olderRows`, and are none of them. */
export function scatteredCells(n: number): BatchCells {
  return goodCells(2 * ((n * step) % spread) + 1);
}

/** SQL of rows that were brought in before: about 1,000 in each of many batches. */
export function olderRows(count: number): readonly string[] {
  const cells = goodCells(0);
  const { chassisKey, engineKey } = marksOf({ id: '', position: 0, cells: { chassis: 'MD2A57AZ', engineNumber: 'DZZWTK' } });
  const texts = JSON.stringify({ ...cells, chassis: '-', engineNumber: '+' }).replaceAll("'", "''");
  const json = texts.replace('"-"', `"' || 'MD2A57AZ' || number || '"`).replace('"+"', `"' || 'DZZWTK' || number || '"`);
  return [
    `INSERT INTO batch_load (id, batch_id, file_name, file_hash, is_done)
     WITH RECURSIVE load (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM load WHERE n < ${Math.ceil(count / 1000)})
     SELECT 'load-' || n, 'batch-' || n, 'delivery.csv', 'hash-' || n, 1 FROM load`,
    `INSERT INTO batch_row (${columns.join(', ')})
     WITH RECURSIVE row (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM row WHERE n < ${count - 1}),
       numbered AS (SELECT n, CAST(100000000 + 2 * ((n * ${step}) % ${spread}) AS TEXT) AS number FROM row)
     SELECT printf('01900000-0000-7000-8000-%012x', n), 'batch-' || (n / 1000), 'load-' || (n / 1000), NULL, n % 1000 + 1, '${json}', NULL,
       '[]', '[]', 'good', 'MD2A57AZ' || number, '${chassisKey}' || number, 'DZZWTK' || number, '${engineKey}' || number
     FROM numbered`,
    `INSERT INTO batch_row_number (key, row_no)
     SELECT key, row_no FROM (SELECT 'c:' || chassis_key AS key, row_no FROM batch_row UNION ALL SELECT 'e:' || engine_key, row_no FROM batch_row)
     ORDER BY key`,
  ];
}

/** Tables of an office file, without a durability that nobody needs while it is filled. */
export function fill(file: DatabaseFile, older: readonly string[]): void {
  const { raw, close } = openWriter(file);
  raw.pragma('foreign_keys = OFF');
  raw.pragma('synchronous = OFF');
  raw.transaction(() => older.forEach((sql) => raw.exec(sql)))();
  raw.pragma('wal_checkpoint(TRUNCATE)');
  close();
}

/** Seconds of one prepared statement a table over the same rows, in one transaction of an encrypted file with the same indexes. */
export function bareLoop(folder: string, rows: readonly WrittenRow[]): number {
  const own = mkdtempSync(path.join(folder, 'loop-'));
  const { raw, close } = openWriter({ path: path.join(own, 'office.db'), key: randomBytes(32) });
  migrate(raw, { steps: migrations, backUp: () => undefined });
  raw.pragma('foreign_keys = OFF');
  const insert = raw.prepare(`INSERT INTO batch_row (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  const number = raw.prepare('INSERT INTO batch_row_number (key, row_no) VALUES (?, ?)');
  const startedMs = performance.now();
  raw.transaction(() => {
    for (const row of rows) {
      const { lastInsertRowid } = insert.run(...columns.map((column) => row[column]));
      for (const key of keysOf(row)) number.run(key, lastInsertRowid);
    }
  })();
  const seconds = (performance.now() - startedMs) / 1000;
  close();
  rmSync(own, { recursive: true });
  return seconds;
}

function keysOf(row: WrittenRow): readonly string[] {
  return numberKeys({ chassisKey: String(row.chassis_key), engineKey: String(row.engine_key) });
}

/** The shell's own import of a CSV with the same rows, into a plain file with the same indexes; answers the seconds. */
export function openShell(folder: string, older: readonly string[]): (rows: readonly WrittenRow[]) => number {
  const own = mkdtempSync(path.join(folder, 'shell-'));
  const file = path.join(own, 'office.db');
  execFileSync('sqlite3', [file], {
    input: ['PRAGMA journal_mode = WAL', 'PRAGMA synchronous = OFF', ...schema(own), ...older, ''].join(';\n'),
  });
  const quoted = (value: string | number | null) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const table = (name: string, lines: readonly (readonly (string | number | null)[])[]) => {
    const csv = path.join(own, `${name}.csv`);
    writeFileSync(csv, lines.map((values) => values.map(quoted).join(',')).join('\n'));
    return `.import --csv ${csv} ${name}`;
  };
  let rowNo = older.length === 0 ? 0 : Number(execFileSync('sqlite3', [file, 'SELECT max(row_no) FROM batch_row']));
  return (rows) => {
    const numbered = rows.map((row) => ({ row, no: (rowNo += 1) }));
    const commands = [
      table(
        'batch_row',
        numbered.map(({ row, no }) => [no, ...columns.map((column) => row[column])]),
      ),
      table(
        'batch_row_number',
        numbered.flatMap(({ row, no }) => keysOf(row).map((key) => [key, no])),
      ),
    ];
    const startedMs = performance.now();
    execFileSync('sqlite3', [file, ...commands]);
    return (performance.now() - startedMs) / 1000;
  };
}

function schema(folder: string): readonly string[] {
  const { raw, close } = openWriter({ path: path.join(folder, 'schema.db'), key: randomBytes(32) });
  migrate(raw, { steps: migrations, backUp: () => undefined });
  const found = raw
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE tbl_name IN ('batch_row', 'batch_load', 'batch_row_number') AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC`,
    )
    .pluck()
    .all();
  close();
  return found as string[];
}
