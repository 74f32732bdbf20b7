import { textAt, type CellPatch, type Sheet } from './grid-row.ts';
import type { Place, Range } from './selection.ts';

type Table = readonly (readonly string[])[];

/** Every edit is a list of patches: cells that would stay as they are, and rows that are locked, leave none. */
function patchesOf({ rows, columns }: Sheet, range: Range, textFor: (place: Place, before: string) => string): CellPatch[] {
  const patches: CellPatch[] = [];
  for (const [offset, row] of rows.slice(range.top, range.bottom + 1).entries()) {
    if (row.isLocked === true) continue;
    for (const [across, { key }] of columns.slice(range.left, range.right + 1).entries()) {
      const before = row.cells[key] ?? '';
      const after = textFor({ row: range.top + offset, column: range.left + across }, before);
      if (after !== before) patches.push({ rowId: row.id, column: key, before, after });
    }
  }
  return patches;
}

/** The same text in every cell of the range. */
export function setAll(sheet: Sheet, range: Range, text: string): readonly CellPatch[] {
  return patchesOf(sheet, range, () => text);
}

/** The top row of the range into the rows below it; a range of one row takes the row above. */
export function fillDown(sheet: Sheet, range: Range): readonly CellPatch[] {
  const source = range.top === range.bottom ? range.top - 1 : range.top;
  return source < 0 ? [] : patchesOf(sheet, range, ({ column }) => textAt(sheet, source, column));
}

export function copied(sheet: Sheet, { top, bottom, left, right }: Range): Table {
  return sheet.rows
    .slice(top, bottom + 1)
    .map((_row, down) => sheet.columns.slice(left, right + 1).map((_column, across) => textAt(sheet, top + down, left + across)));
}

/** What a paste does, and the block it covers. */
export interface Paste {
  readonly patches: readonly CellPatch[];
  readonly range: Range;
  /** Rows of the clipboard for which the sheet has no row. */
  readonly overflow: Table;
}

/** One text fills the whole range; a table goes in from the range's first cell on. */
export function pasted(sheet: Sheet, range: Range, table: Table): Paste {
  const [first] = table[0] ?? [];
  if (first === undefined) return { patches: [], range, overflow: [] };
  const isOne = table.length === 1 && table[0]?.length === 1;
  if (isOne) return { patches: setAll(sheet, range, first), range, overflow: [] };
  const width = Math.max(...table.map((row) => row.length));
  const covered: Range = {
    top: range.top,
    bottom: Math.min(range.top + table.length, sheet.rows.length) - 1,
    left: range.left,
    right: Math.min(range.left + width, sheet.columns.length) - 1,
  };
  return {
    patches: patchesOf(sheet, covered, ({ row, column }, before) => table[row - range.top]?.[column - range.left] ?? before),
    range: covered,
    overflow: table.slice(sheet.rows.length - range.top),
  };
}
