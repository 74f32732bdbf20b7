import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { columnLetters } from '#shared/domain/table-file.ts';
import type { TableColumn, TableToWrite } from './write-table.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** So that the same table gives the same bytes. */
const mtime = new Date(2020, 0, 1);
const usualWidthChars = 18;
const rowsAtOnce = 250;

/** Styles by number: 0 plain, 1 text as typed, 2 heading. Text (format 49, `@`) keeps what is typed later from becoming a formula or a number. */
const fixedParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ' +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    `${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/styles.xml', 'styles')}</Types>`,
  '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Kaunta" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relationships([
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
  ]),
  'xl/styles.xml':
    `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"/>' +
    '<xf xfId="0" numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>',
};

export async function xlsxOf(table: TableToWrite): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(fixedParts)) zip.addBuffer(Buffer.from(declaration + xml), name, { mtime });
  zip.addReadStream(Readable.from(sheetXml(table), { objectMode: false }), 'xl/worksheets/sheet1.xml', { mtime });
  zip.end();
  return buffer(zip.outputStream);
}

/** The sheet some rows at a time, so that it is packed while others work. */
function* sheetXml({ columns, rows }: TableToWrite): Generator<Buffer> {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield Buffer.from(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
      `<cols>${columns.map(columnXml).join('')}</cols><sheetData>${rowXml(
        columns.map(({ heading }) => heading),
        { row: 1, style: 2 },
      )}`,
  );
  let block: string[] = [];
  let row = 1;
  for (const texts of rows) {
    row += 1;
    block.push(rowXml(texts, { row, style: 1 }));
    if (block.length < rowsAtOnce) continue;
    yield Buffer.from(block.join(''));
    block = [];
  }
  yield Buffer.from(`${block.join('')}</sheetData></worksheet>`);
}

function columnXml({ widthChars = usualWidthChars }: TableColumn, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${widthChars}" style="1" customWidth="1"/>`;
}

function rowXml(texts: readonly string[], { row, style }: { readonly row: number; readonly style: number }): string {
  const cells = texts.map((text, column) =>
    text === ''
      ? ''
      : `<c r="${columnLetters(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
  );
  return `<row r="${row}">${cells.join('')}</row>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML cannot hold is written `_x000D_`; a text that looks like that already has its first sign written so. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
    .replaceAll(/[&<>]/gu, (sign) => entities[sign] ?? '')
    .replaceAll(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const entries = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
}
