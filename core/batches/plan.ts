import { marksOf } from '#shared/domain/batch/across-rows.ts';
import { batchFields, type BatchCells, type BatchField } from '#shared/domain/batch/batch-row.ts';
import { cellOf } from '#shared/domain/batch/judged-row.ts';
import { headingKey } from '#shared/domain/batch/column-match.ts';
import type { BatchRow } from './row-store.ts';

/** Heading of the column by which an exported row is known again, whatever was mended in it. */
export const rowHeading = 'Kaunta row';

export interface TypedTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The number of each row in the file. */
  readonly rowNumbers: readonly number[];
  /** What each column is; null is left out. */
  readonly fields: readonly (BatchField | null)[];
}

export interface PlannedRow {
  readonly row: BatchRow;
  /** The bad row whose place it takes. */
  readonly replaces: BatchRow | null;
}

export interface ImportPlan {
  readonly added: readonly PlannedRow[];
  readonly mended: readonly PlannedRow[];
  readonly unchanged: number;
}

export interface Standing {
  readonly batchNumber: string;
  readonly rows: readonly BatchRow[];
  readonly newId: () => string;
}

/** Rows planned before others have their turn. */
const rowsAtOnce = 250;

/**
 * What bringing in a table does: a row that stands already is known by its own mark or its chassis, as it is now or as it came, and is
 * never doubled. A new one keeps its number in the file, behind whatever stands already. Only a bad one takes new texts, and only such as
 * it did not come with: the slips of an old file undo no mending. `giveWay` is waited for after each few rows, and may throw to stop it.
 */
export async function planImport(
  table: TypedTable,
  { batchNumber, rows, newId }: Standing,
  giveWay: () => Promise<void>,
): Promise<ImportPlan> {
  const waiting = new Waiting(rows, batchNumber);
  const plan = { added: [] as PlannedRow[], mended: [] as PlannedRow[], unchanged: 0 };
  const markColumn = table.headings.findIndex((heading) => headingKey(heading) === headingKey(rowHeading));
  const last = rows.at(-1)?.position ?? 0;
  for (const [index, texts] of table.rows.entries()) {
    if (index % rowsAtOnce === 0) await giveWay();
    const cells = cellsOf(texts, table.fields);
    if (Object.keys(cells).length === 0) continue;
    const old = waiting.take(markColumn === -1 ? '' : (texts[markColumn] ?? ''), cells);
    if (!old) plan.added.push({ row: newRow(newId(), last + (table.rowNumbers[index] ?? index + 1), cells), replaces: null });
    else if (old.state !== 'bad' || isSame(old.cells, cells) || isSame(old.came, cells)) plan.unchanged += 1;
    else plan.mended.push({ row: { ...newRow(newId(), old.position, cells), confirmed: old.confirmed }, replaces: old });
  }
  return plan;
}

/** The mark of a row in an exported file. */
export function rowMark(batchNumber: string, position: number): string {
  return `${batchNumber}/${position}`;
}

export function newRow(id: string, position: number, cells: BatchCells): BatchRow {
  return { id, position, cells, came: cells, problems: [], confirmed: [], state: 'bad' };
}

function cellsOf(texts: readonly string[], fields: readonly (BatchField | null)[]): BatchCells {
  const cells: Partial<Record<BatchField, string>> = {};
  for (const [column, field] of fields.entries()) {
    const text = texts[column]?.trim().slice(0, 300) ?? '';
    if (field !== null && text !== '') cells[field] = text;
  }
  return cells;
}

function isSame(one: BatchCells, other: BatchCells): boolean {
  return batchFields.every((field) => cellOf(one, field) === cellOf(other, field));
}

/** Rows that stand, each to be found once: a chassis that a file holds twice is a row and its duplicate. */
class Waiting {
  readonly #byMark: ReadonlyMap<string, BatchRow>;
  readonly #byChassis = new Map<string, BatchRow[]>();
  readonly #taken = new Set<string>();

  constructor(rows: readonly BatchRow[], batchNumber: string) {
    this.#byMark = new Map(rows.map((row) => [rowMark(batchNumber, row.position), row]));
    for (const row of rows) {
      const marks = new Set([marksOf(row).chassis, marksOf({ ...row, cells: row.came }).chassis]);
      for (const chassis of marks) if (chassis !== '') this.#byChassis.set(chassis, [...(this.#byChassis.get(chassis) ?? []), row]);
    }
  }

  take(mark: string, cells: BatchCells): BatchRow | undefined {
    const { chassis } = marksOf({ id: '', position: 0, cells });
    const candidates = [this.#byMark.get(mark.trim()), ...(this.#byChassis.get(chassis) ?? [])];
    const found = candidates.find((row) => row !== undefined && !this.#taken.has(row.id));
    if (found) this.#taken.add(found.id);
    return found;
  }
}
