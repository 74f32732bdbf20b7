import type { TableCell, TableHead, TablePart, TableRow } from '#shared/domain/table-file.ts';
import type { TableLimits } from './limits.ts';
import type { TableSource } from './source.ts';
import { TroubleFound } from './trouble.ts';

/** Titles and addresses may stand above the headings, but not more rows of them. */
const rowsForHeadings = 20;
const rowsInPart = 250;
/** So that few long rows do not make one huge message. */
const charsInPart = 500_000;

/** The head, then rows in small parts; empty rows are left out. Whoever keeps rows must wait for the end: a fault may come with the last one. */
export async function* tableParts(source: TableSource, limits: TableLimits): AsyncGenerator<TablePart> {
  const checked = new RowCheck(limits, source.sheet);
  let above: TableRow[] | undefined = [];
  let head: TableHead | undefined;
  let part: TableRow[] = [];
  let chars = 0;
  const take = (row: TableRow, width: number): void => {
    const data = checked.data(row, width);
    part.push(data.row);
    chars += data.chars;
  };
  for await (const rows of source.rows) {
    for (const filled of rows.filter(({ cells }) => cells.some((cell) => cell.kind !== 'blank')).map((row) => checked.trimmed(row))) {
      if (head !== undefined) take(filled, head.headings.length);
      else if (above !== undefined && above.push(filled) === rowsForHeadings) {
        head = headOf(source, above);
        yield { kind: 'head', head };
        for (const row of dataBelow(above, head)) take(row, head.headings.length);
        above = undefined;
      }
      if (part.length < rowsInPart && chars < charsInPart) continue;
      yield { kind: 'rows', rows: part };
      [part, chars] = [[], 0];
    }
  }
  if (head === undefined) {
    head = headOf(source, above ?? []);
    yield { kind: 'head', head };
    for (const row of dataBelow(above ?? [], head)) take(row, head.headings.length);
  }
  if (checked.rows === 0) throw new TroubleFound({ code: 'no-rows', sheet: source.sheet, row: head.headingRow });
  if (part.length > 0) yield { kind: 'rows', rows: part };
}

function dataBelow(above: readonly TableRow[], head: TableHead): readonly TableRow[] {
  return above.filter(({ row }) => row > head.headingRow);
}

/** The first row that is more than half as wide as the widest and holds words only. */
function headOf({ format, sheet, sheets }: TableSource, above: readonly TableRow[]): TableHead {
  if (above.length === 0) throw new TroubleFound({ code: 'empty', sheet });
  const widest = Math.max(...above.map(filledCount));
  const found = above.find((row) => filledCount(row) * 2 > widest && row.cells.every(mayBeHeading));
  if (found === undefined) throw new TroubleFound({ code: 'no-headings', sheet, row: above[0]?.row });
  const headings = found.cells.map(({ text }) => text.replaceAll(/\s+/gu, ' '));
  refuseDuplicate(headings, { sheet, row: found.row });
  return { format, sheets, sheet, headingRow: found.row, headings };
}

function filledCount({ cells }: TableRow): number {
  return cells.filter((cell) => cell.kind !== 'blank').length;
}

function mayBeHeading({ kind, text }: TableCell): boolean {
  return kind === 'blank' || (kind === 'text' && /\p{L}/u.test(text));
}

function refuseDuplicate(headings: readonly string[], place: { readonly sheet: string | undefined; readonly row: number }): void {
  const seen = new Set<string>();
  for (const [column, heading] of headings.entries()) {
    const name = heading.toLowerCase();
    if (name !== '' && seen.has(name)) throw new TroubleFound({ code: 'duplicate-heading', ...place, column, detail: heading });
    seen.add(name);
  }
}

/** Counts what a file may hold, and refuses the row that goes over. */
class RowCheck {
  readonly #limits: TableLimits;
  readonly #sheet: string | undefined;
  #chars = 0;
  rows = 0;

  constructor(limits: TableLimits, sheet: string | undefined) {
    this.#limits = limits;
    this.#sheet = sheet;
  }

  /** The row without blank cells at its end, its texts within the limits. */
  trimmed({ row, cells }: TableRow): TableRow {
    const width = cells.findLastIndex((cell) => cell.kind !== 'blank') + 1;
    for (const [column, { text }] of cells.entries()) {
      if (text.length > this.#limits.cellChars) throw this.#trouble('cell-too-long', { row, column, limit: this.#limits.cellChars });
      if (/(?![\t\n\r])\p{Cc}/u.test(text)) throw this.#trouble('control-character', { row, column });
    }
    return { row, cells: cells.slice(0, width) };
  }

  data({ row, cells }: TableRow, width: number): { readonly row: TableRow; readonly chars: number } {
    this.rows += 1;
    if (this.rows > this.#limits.rows) throw this.#trouble('too-many-rows', { row, limit: this.#limits.rows });
    const chars = cells.reduce((sum, cell) => sum + cell.text.length, 0);
    this.#chars += chars;
    if (this.#chars > this.#limits.textChars) throw this.#trouble('unpacks-too-large', { row, limit: this.#limits.textChars });
    return { row: { row, cells: cells.length <= width ? cells : cells.map((cell, column) => beside(cell, column, width)) }, chars };
  }

  #trouble(
    code: 'cell-too-long' | 'control-character' | 'too-many-rows' | 'unpacks-too-large',
    place: { readonly row: number; readonly column?: number; readonly limit?: number },
  ): TroubleFound {
    return new TroubleFound({ code, sheet: this.#sheet, ...place });
  }
}

function beside(cell: TableCell, column: number, width: number): TableCell {
  return column < width || cell.kind === 'blank' ? cell : { ...cell, doubt: cell.doubt ?? 'no-heading' };
}
