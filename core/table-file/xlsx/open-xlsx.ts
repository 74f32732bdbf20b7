import type { ReadOrder, TableSource } from '../source.ts';
import { TroubleFound } from '../trouble.ts';
import { readSharedStrings } from './shared-strings.ts';
import { sheetRows, type SheetOrder } from './sheet-rows.ts';
import { readStyles } from './styles.ts';
import { readWorkbook, type SheetEntry, type Workbook } from './workbook.ts';
import { ZipParts } from './zip-parts.ts';

export async function openXlsx(order: ReadOrder): Promise<TableSource> {
  const parts = await ZipParts.open(order);
  refuseOtherKinds(parts);
  const book = await readWorkbook(parts);
  const onBytes = shareOfWork(order, parts, book);
  const styles = await readStyles(parts, book.stylesPart);
  const strings = await readSharedStrings(parts, { part: book.stringsPart, limits: order.limits, onBytes });
  const sheets = sheetsToRead(book, order.sheet);
  const read = (sheet: SheetEntry): SheetOrder => ({
    parts,
    sheet,
    styles,
    strings,
    limits: order.limits,
    isFrom1904: book.isFrom1904,
    onBytes,
  });
  const chosen = await firstFilled(sheets, read);
  return { format: 'xlsx', sheets: book.sheets.map(({ name }) => name), sheet: chosen.name, rows: sheetRows(read(chosen)) };
}

/** Files of the same packing that are no plain workbook. */
const otherKinds: readonly { readonly detail: string; readonly part: RegExp }[] = [
  { detail: 'xlsb', part: /^xl\/workbook\.bin$/u },
  { detail: 'ods', part: /^content\.xml$/u },
  { detail: 'document', part: /^(?:word|ppt|visio)\// },
];

function refuseOtherKinds(parts: ZipParts): void {
  const { names } = parts;
  if (names.some((name) => name.endsWith('vbaproject.bin'))) throw new TroubleFound({ code: 'macros' });
  const other = otherKinds.find(({ part }) => names.some((name) => part.test(name)));
  if (other !== undefined) throw new TroubleFound({ code: 'not-a-table', detail: other.detail });
  if (!parts.has('[Content_Types].xml')) throw new TroubleFound({ code: 'not-a-table', detail: 'archive' });
}

function sheetsToRead({ sheets }: Workbook, asked: string | undefined): readonly SheetEntry[] {
  const found = asked === undefined ? sheets : sheets.filter(({ name }) => name === asked);
  if (found.length === 0) throw new TroubleFound({ code: 'no-such-sheet', sheet: asked });
  return found;
}

/** New workbooks often keep empty sheets; the first that has a filled cell is meant. */
async function firstFilled(sheets: readonly SheetEntry[], read: (sheet: SheetEntry) => SheetOrder): Promise<SheetEntry> {
  if (sheets.length > 1) for (const sheet of sheets) if (await isFilled(read(sheet))) return sheet;
  const [only] = sheets;
  if (only === undefined) throw new TroubleFound({ code: 'empty' });
  return only;
}

async function isFilled(order: SheetOrder): Promise<boolean> {
  for await (const rows of sheetRows({ ...order, onBytes: () => undefined })) {
    if (rows.some(({ cells }) => cells.some((cell) => cell.kind !== 'blank'))) return true;
  }
  return false;
}

/** Work is measured in unpacked bytes of shared strings and of one sheet. */
function shareOfWork({ sheet, onShare }: ReadOrder, parts: ZipParts, { sheets, stringsPart }: Workbook): (bytes: number) => void {
  const entry = sheets.find(({ name }) => name === sheet) ?? sheets[0];
  const allBytes = (stringsPart === undefined ? 0 : parts.sizeOf(stringsPart)) + (entry === undefined ? 0 : parts.sizeOf(entry.part));
  let doneBytes = 0;
  return (bytes) => {
    doneBytes += bytes;
    onShare(Math.min(1, doneBytes / Math.max(1, allBytes)));
  };
}
