import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as a spreadsheet program would write it, of which any part can be written in another way. */
export interface MadeWorkbook {
  /** XML inside `sheetData`. */
  readonly rows?: string;
  readonly strings?: readonly string[];
  /** XML inside `styleSheet`. */
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly book?: string;
  /** Whole parts by name, added or in place of those made; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Buffer | null>>;
  /** Parts may also lie in the file as they are. */
  readonly isPacked?: boolean;
}

export function workbook({ rows = '', strings = [], styles = '', book = '', parts = {}, isPacked = true }: MadeWorkbook): Promise<Buffer> {
  const usual: Readonly<Record<string, string>> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${book}/><sheets><sheet name="Units" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': sheet(rows),
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
  };
  return zipOf({ ...usual, ...parts }, isPacked);
}

export function sheet(rows: string, before = ''): string {
  return `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData></worksheet>`;
}

export function relationships(targets: readonly (readonly [type: string, target: string, mode?: string])[]): string {
  const entries = targets.map(
    ([type, target, mode = 'Internal'], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}" TargetMode="${mode}"/>`,
  );
  return `<Relationships>${entries.join('')}</Relationships>`;
}

export async function zipOf(parts: Readonly<Record<string, string | Buffer | null>>, isPacked = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts))
    if (content !== null) zip.addBuffer(Buffer.from(content), name, { compress: isPacked });
  zip.end();
  return buffer(zip.outputStream);
}

/** Row 1 with headings, then rows of cells that are written as they are. */
export function rowsXml(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings.map((text) => inline(text)), ...rows];
  return all.map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => placed(cell, row, column)).join('')}</row>`).join('');
}

/** A cell without its place: `rowsXml` gives it one. */
export function inline(text: string): string {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}

export function value(text: string, attributes = ''): string {
  return `<c ${attributes}><v>${text}</v></c>`;
}

function placed(cell: string, row: number, column: number): string {
  return cell.replace('<c ', `<c r="${String.fromCharCode(65 + column)}${row + 1}" `);
}

/** Bytes changed in place, where a zip writer would not do it. */
export function patched(bytes: Buffer, from: string | Buffer, to: string | Buffer): Buffer {
  const [before, after] = [Buffer.from(from), Buffer.from(to)];
  if (before.length !== after.length) throw new Error('A patch keeps the length');
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(before); at >= 0; at = copy.indexOf(before, at + 1)) after.copy(copy, at);
  return copy;
}
