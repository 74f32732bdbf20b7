import { isDay } from '#shared/base/instant.ts';
import type { TableCell, TableRow } from '#shared/domain/table-file.ts';
import type { TableLimits } from '../limits.ts';
import { blankCell, textCell } from '../text-cell.ts';
import { TroubleFound } from '../trouble.ts';
import { numberCell } from './number-cell.ts';
import { counted, PlainText, unescaped } from './shared-strings.ts';
import type { NumberStyle } from './styles.ts';
import type { SheetEntry } from './workbook.ts';
import { walkXml, type Attributes, type XmlHandler } from './xml.ts';
import type { ZipParts } from './zip-parts.ts';

export interface SheetOrder {
  readonly parts: ZipParts;
  readonly sheet: SheetEntry;
  readonly styles: readonly NumberStyle[];
  readonly strings: readonly string[];
  readonly limits: TableLimits;
  readonly isFrom1904: boolean;
  readonly onBytes: (bytes: number) => void;
}

/** Rows of a sheet while it unpacks. What a sheet says of its own size is not believed, nor needed. */
export async function* sheetRows(order: SheetOrder): AsyncGenerator<readonly TableRow[]> {
  const { parts, sheet, onBytes } = order;
  if (!parts.has(sheet.part)) throw new TroubleFound({ code: 'damaged', sheet: sheet.name, detail: sheet.part });
  const reader = new SheetReader(order);
  for await (const _chunk of walkXml({ name: sheet.part, bytes: counted(parts.read(sheet.part), onBytes) }, reader)) {
    const rows = reader.taken();
    if (rows.length > 0) yield rows;
  }
}

/** The cell under way. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: NumberStyle | undefined;
  isFormula: boolean;
  value: string;
}

const reference = /^([A-Z]{1,3})([1-9]\d{0,6})$/u;
/** A number or an index is never longer; one that is says nothing. */
const longestNumber = 40;

class SheetReader implements XmlHandler {
  readonly #order: SheetOrder;
  readonly #inline: PlainText;
  #rows: TableRow[] = [];
  #row = 0;
  #cells: TableCell[] = [];
  #cell: OpenCell | undefined;
  #isInValue = false;

  constructor(order: SheetOrder) {
    this.#order = order;
    this.#inline = new PlainText(order.limits.cellChars);
  }

  taken(): readonly TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#isInValue = true;
    else if (name === 'f' && this.#cell !== undefined) this.#cell.isFormula = true;
    else this.#inline.open(name);
  };

  readonly text = (text: string): void => {
    if (this.#cell === undefined) return;
    if (!this.#isInValue) this.#inline.take(text);
    else if (this.#cell.value.length <= this.#order.limits.cellChars) this.#cell.value += text;
  };

  readonly close = (name: string): void => {
    if (name === 'v') this.#isInValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#rows.push({ row: this.#row, cells: this.#cells });
    else this.#inline.close(name);
  };

  #openRow({ r }: Attributes): void {
    const row = r === undefined ? this.#row + 1 : Number(r);
    if (!Number.isSafeInteger(row) || row <= this.#row) throw this.#damaged();
    this.#row = row;
    this.#cells = [];
  }

  #openCell({ r, t: type = 'n', s }: Attributes): void {
    const column = r === undefined ? this.#cells.length : columnOf(r);
    if (column === undefined || column < this.#cells.length || this.#row === 0) throw this.#damaged();
    this.#cell = { column, type, style: s === undefined ? undefined : this.#order.styles[Number(s)], isFormula: false, value: '' };
  }

  #closeCell(): void {
    const open = this.#cell;
    if (open === undefined) return;
    this.#cell = undefined;
    const cell = this.#read(open);
    if (cell.kind === 'blank') return;
    const { columns: limit } = this.#order.limits;
    if (open.column >= limit) {
      throw new TroubleFound({ code: 'too-many-columns', sheet: this.#order.sheet.name, row: this.#row, limit });
    }
    while (this.#cells.length < open.column) this.#cells.push(blankCell);
    this.#cells.push(cell);
  }

  #read(open: OpenCell): TableCell {
    const inline = this.#inline.end();
    const cell = this.#plain(open, inline);
    if (!open.isFormula) return cell;
    if (cell.kind === 'blank') return open.type === 'str' ? cell : { text: '', kind: 'formula', doubt: 'formula-not-computed' };
    return { ...cell, kind: 'formula' };
  }

  #plain({ type, value, style }: OpenCell, inline: string): TableCell {
    if (type === 'inlineStr') return textCell(inline);
    if (value === '') return blankCell;
    switch (type) {
      case 's':
        return textCell(this.#shared(value));
      case 'str':
        return textCell(unescaped(value));
      case 'b':
        return { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'truth' };
      case 'e':
        return { text: value.slice(0, longestNumber), kind: 'text', doubt: 'spreadsheet-error' };
      case 'd':
        return isDay(value.slice(0, 10)) ? { text: value.slice(0, 10), kind: 'date' } : textCell(value);
      default:
        return numberCell(value.slice(0, longestNumber), { style, isFrom1904: this.#order.isFrom1904 });
    }
  }

  #shared(index: string): string {
    const text = index.length > longestNumber ? undefined : this.#order.strings[Number(index)];
    if (text === undefined) throw this.#damaged();
    return text;
  }

  #damaged(): TroubleFound {
    return new TroubleFound({ code: 'damaged', sheet: this.#order.sheet.name, row: this.#row, detail: this.#order.sheet.part });
  }
}

function columnOf(cell: string): number | undefined {
  const letters = reference.exec(cell)?.[1];
  return letters === undefined ? undefined : [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
