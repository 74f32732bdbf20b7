import { describe, expect, test } from 'vitest';
import { trials } from '../support/tier.ts';
import { inline, patched, relationships, rowsXml, sheet, value, workbook, zipOf, type MadeWorkbook } from './made-workbook.ts';
import { firstCell, readHere, testLimits, textsOf } from './read-here.ts';

const good = { rows: rowsXml(['Chassis', 'Engine'], [[inline('MD2A1'), inline('E1')]]) };
const rows = [['MD2A1', 'E1']];
const dateStyle = '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';
const oneCell = (cell: string): string => rowsXml(['Head'], [[cell]]);
const twoSheets = `<workbook xmlns:r="r"><sheets><sheet name="Notes" r:id="rId1"/><sheet name="Units" r:id="rId2"/><sheet name="Old" state="hidden" r:id="rId1"/></sheets></workbook>`;
const twoSheetParts = (first: string): Readonly<Record<string, string>> => ({
  'xl/workbook.xml': twoSheets,
  'xl/_rels/workbook.xml.rels': relationships([
    ['worksheet', 'worksheets/sheet1.xml'],
    ['worksheet', '/xl/worksheets/sheet2.xml'],
  ]),
  'xl/worksheets/sheet1.xml': sheet(first),
  'xl/worksheets/sheet2.xml': sheet(good.rows),
});

describe('a workbook is the same table however it was written', () => {
  test.each<[string, MadeWorkbook]>([
    ['texts in their cells', good],
    [
      'shared texts',
      {
        strings: ['Chassis', 'Engine', 'MD2A1', 'E1'],
        rows: '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>',
      },
    ],
    [
      'texts in runs, with their sound beside them',
      { rows: good.rows.replace('<t>MD2A1</t>', '<r><t>MD2</t></r><r><t>A1</t></r><rPh><t>sound</t></rPh>') },
    ],
    ['a size that is a lie', { parts: { 'xl/worksheets/sheet1.xml': sheet(good.rows, '<dimension ref="A1:XFD1048576"/>') } }],
    [
      'links to other files',
      {
        ...good,
        parts: {
          'xl/externalLinks/externalLink1.xml': '<externalLink/>',
          'xl/externalLinks/_rels/externalLink1.xml.rels': relationships([['externalLinkPath', 'file:///etc/passwd', 'External']]),
        },
      },
    ],
    ['a workbook within', { ...good, parts: { 'xl/embeddings/inner.xlsx': Buffer.from('PK\x03\x04nested') } }],
    ['an empty sheet before it', { parts: twoSheetParts('') }],
    [
      'a sheet full of empty rows with a format',
      {
        rows: `${good.rows}${Array.from({ length: trials(20_000, 1_000_000) }, (_, at) => `<row r="${at + 3}"><c r="A${at + 3}" s="0"/></row>`).join('')}`,
      },
    ],
    [
      'names with a prefix',
      {
        parts: {
          'xl/worksheets/sheet1.xml': sheet(good.rows)
            .replaceAll(/<(\/?)(\w)/gu, '<$1x:$2')
            .replace('xmlns=', 'xmlns:x='),
        },
      },
    ],
  ])('%s', async (_name, made) => {
    expect(await textsOf(await workbook(made))).toEqual(rows);
  });

  test('of several sheets the one asked for is read, and all that can be seen are named', async () => {
    const bytes = await workbook({ parts: twoSheetParts(oneCell(inline('hello'))) });
    expect(await textsOf(bytes)).toEqual([['hello']]);
    expect(await readHere(bytes, { sheet: 'Units' })).toMatchObject({
      head: { sheet: 'Units', sheets: ['Notes', 'Units'] },
      rows: [{ row: 2 }],
    });
    expect(await readHere(bytes, { sheet: 'Old' })).toMatchObject({ code: 'no-such-sheet', sheet: 'Old' });
  });
});

describe('a cell says what the spreadsheet shows, or is marked', () => {
  test.each<[string, string, object, MadeWorkbook?]>([
    ['a day from 1900', value('46106', 's="1"'), { text: '2026-03-25', kind: 'date' }],
    ['a day from 1904', value('44644', 's="1"'), { text: '2026-03-25', kind: 'date' }, { book: 'date1904="1"' }],
    [
      'a day in a format of its own',
      value('46106.5', 's="2"'),
      { text: '2026-03-25', kind: 'date' },
      { styles: `<numFmts><numFmt numFmtId="164" formatCode="[$-409]dd\\-mmm\\-yyyy;@"/></numFmts>${dateStyle}` },
    ],
    ['a day as text of the standard', value('2026-03-25T00:00:00', 't="d"'), { text: '2026-03-25', kind: 'date' }],
    ['28 February 1900', value('59', 's="1"'), { text: '1900-02-28', kind: 'date' }],
    ['29 February 1900, which never was', value('60', 's="1"'), { text: '60', kind: 'number', doubt: 'no-such-day' }],
    ['a day before all days', value('-3', 's="1"'), { text: '-3', doubt: 'no-such-day' }],
    ['a long whole number', value('1.23456789012E+14'), { text: '123456789012000', kind: 'number' }],
    ['a number of more than 15 digits', value('1.2345678901234567E+17'), { kind: 'number', doubt: 'digits-lost' }],
    [
      'a number shown with an exponent',
      value('120000', 's="2"'),
      { doubt: 'scientific' },
      { styles: `<numFmts><numFmt numFmtId="164" formatCode="0.00E+00"/></numFmts>${dateStyle}` },
    ],
    [
      'zeros that a format shows',
      value('42', 's="2"'),
      { text: '00042', kind: 'number' },
      { styles: `<numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts>${dateStyle}` },
    ],
    ['a fraction that binary numbers miss', value('0.30000000000000004'), { text: '0.3', kind: 'number' }],
    ['a number shown as text with an exponent', inline('1.2E+15'), { kind: 'text', doubt: 'scientific' }],
    ['a formula with its result', '<c t="str"><f>A1&amp;"x"</f><v>MD2A1</v></c>', { text: 'MD2A1', kind: 'formula' }],
    ['a formula of a day', '<c s="1"><f>TODAY()</f><v>46106</v></c>', { text: '2026-03-25', kind: 'formula' }],
    ['a formula without its result', '<c ><f>1+1</f></c>', { text: '', kind: 'formula', doubt: 'formula-not-computed' }],
    ['an error', value('#N/A', 't="e"'), { text: '#N/A', doubt: 'spreadsheet-error' }],
    ['yes and no', value('1', 't="b"'), { text: 'TRUE', kind: 'truth' }],
    ['entities of the standard', inline('Kamau &amp; Sons &lt;&#65;&gt;'), { text: 'Kamau & Sons <A>', kind: 'text' }],
    ['text that looks like a formula', inline('=cmd|calc!A0'), { text: '=cmd|calc!A0', kind: 'text' }],
  ])('%s', async (_name, cell, expected, made = {}) => {
    const read = await firstCell(await workbook({ styles: dateStyle, ...made, rows: oneCell(cell) }));
    expect(read).toMatchObject({ doubt: undefined, ...expected });
  });
});

/** Packs to a thousandth. */
const blanks = Buffer.alloc(trials(6_000_000, 200_000_000), ' ');
const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
const outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const sheetPart = 'xl/worksheets/sheet1.xml';
const stringsPart = 'xl/sharedStrings.xml';
const manyParts = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`xl/x${at}.xml`, '']));
const longText = 'x'.repeat(30_000);
const tenMegabytes = 'x'.repeat(10_000_000);

describe('a workbook that cannot be taken is refused whole', () => {
  test.each<[string, () => Promise<Buffer> | Buffer, object]>([
    ['a zip bomb in the sheet', () => workbook({ parts: { [sheetPart]: blanks } }), { code: 'unpacks-too-large' }],
    ['a zip bomb in the shared texts', () => workbook({ ...good, parts: { [stringsPart]: blanks } }), { code: 'unpacks-too-large' }],
    [
      'zips within zips',
      async () => zipOf({ 'a.zip': await zipOf({ 'b.zip': await workbook(good) }) }),
      { code: 'not-a-table', detail: 'archive' },
    ],
    ['too many parts', () => workbook({ ...good, parts: manyParts, isPacked: false }), { code: 'too-many-parts', limit: 2_000 }],
    [
      'a part outside its folder',
      async () => patched(await workbook({ ...good, parts: { 'aa/aa/evil.xml': '' } }), 'aa/aa/evil', '../../evil'),
      { code: 'unsafe-name' },
    ],
    [
      'a part at the root of the disk',
      async () => patched(await workbook({ ...good, parts: { 'aetc/passwd': '' } }), 'aetc/passwd', '/etc/passwd'),
      { code: 'unsafe-name' },
    ],
    [
      'the same part twice',
      async () =>
        patched(await workbook({ ...good, parts: { 'xl/styleX.xml': '', 'xl/styleY.xml': '' } }), 'xl/styleX.xml', 'xl/styleY.xml'),
      { code: 'damaged' },
    ],
    ['macros', () => workbook({ ...good, parts: { 'xl/vbaProject.bin': 'x' } }), { code: 'macros' }],
    ['a binary workbook', () => workbook({ ...good, parts: { 'xl/workbook.bin': 'x' } }), { code: 'not-a-table', detail: 'xlsb' }],
    [
      'a table of OpenDocument',
      () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      { code: 'not-a-table', detail: 'ods' },
    ],
    ['a text document', () => workbook({ parts: { 'word/document.xml': '<x/>' } }), { code: 'not-a-table', detail: 'document' }],
    ['only the start of the file', async () => (await workbook(good)).subarray(0, 900), { code: 'damaged' }],
    ['only the signature', () => Buffer.from('PK\x03\x04'), { code: 'damaged' }],
    ['a wrong checksum', async () => wrongChecksum(await workbook(good)), { code: 'damaged', detail: sheetPart }],
    ['a size that is too small', async () => wrongSize(await workbook(good)), { code: 'damaged', detail: sheetPart }],
    ['an encrypted part', async () => encryptedFlag(await workbook(good)), { code: 'encrypted' }],
    [
      'entities of its own',
      () => workbook({ parts: { [sheetPart]: `${doctype}${sheet(oneCell(inline('&b;')))}` } }),
      { code: 'doctype', detail: sheetPart },
    ],
    [
      'an entity from the disk',
      () => workbook({ parts: { [sheetPart]: `${outside}${sheet(oneCell(inline('&e;')))}` } }),
      { code: 'doctype', detail: sheetPart },
    ],
    ['an entity that nobody defined', () => workbook({ rows: oneCell(inline('&lol;')) }), { code: 'damaged', detail: sheetPart }],
    [
      'a document type in the shared texts',
      () => workbook({ ...good, parts: { [stringsPart]: `${doctype}<sst/>` } }),
      { code: 'doctype', detail: stringsPart },
    ],
    [
      'XML that breaks off',
      () => workbook({ parts: { [sheetPart]: sheet(good.rows).slice(0, 200) } }),
      { code: 'damaged', detail: sheetPart },
    ],
    [
      'XML that is no UTF-8',
      () => workbook({ parts: { [sheetPart]: Buffer.from(sheet(oneCell(inline('é'))), 'latin1') } }),
      { code: 'damaged', detail: sheetPart },
    ],
    [
      'elements a thousand deep',
      () => workbook({ rows: `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}` }),
      { code: 'damaged', detail: sheetPart },
    ],
    ['an attribute of a megabyte', () => workbook({ rows: `<row x="${'y'.repeat(1_000_000)}"/>` }), { code: 'damaged', detail: sheetPart }],
    ['a sheet that is not there', () => workbook({ parts: { [sheetPart]: null } }), { code: 'damaged', sheet: 'Units', detail: sheetPart }],
    [
      'a sheet that is said to lie outside',
      () => workbook({ parts: { 'xl/_rels/workbook.xml.rels': relationships([['worksheet', 'worksheets/sheet1.xml', 'External']]) } }),
      { code: 'damaged', sheet: 'Units' },
    ],
    ['no workbook', () => workbook({ parts: { 'xl/workbook.xml': null } }), { code: 'damaged', detail: 'xl/workbook.xml' }],
    ['no relations', () => workbook({ parts: { '_rels/.rels': null } }), { code: 'damaged', detail: '_rels/.rels' }],
    [
      'a shared text that is not there',
      () => workbook({ rows: oneCell(value('7', 't="s"')) }),
      { code: 'damaged', sheet: 'Units', row: 2 },
    ],
    ['rows out of order', () => workbook({ rows: '<row r="5"/><row r="4"/>' }), { code: 'damaged', row: 5 }],
    ['a row that is no number', () => workbook({ rows: '<row r="1e999"/>' }), { code: 'damaged' }],
    [
      'the same cell twice',
      () => workbook({ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }),
      { code: 'damaged', row: 1 },
    ],
    [
      'a cell in the last column of all',
      () => workbook({ rows: '<row r="3"><c r="XFD3"><v>1</v></c></row>' }),
      { code: 'too-many-columns', sheet: 'Units', row: 3, limit: 200 },
    ],
    [
      'as many rows as a sheet can have',
      () => workbook({ rows: manyRows(trials(1_002, 1_048_576)) }),
      { code: 'too-many-rows', sheet: 'Units', row: testLimits.rows + 2, limit: testLimits.rows },
    ],
    [
      'a cell of 10 MB',
      () => workbook({ isPacked: false, rows: oneCell(inline(tenMegabytes)) }),
      { code: 'cell-too-long', row: 2, column: 0, limit: 32_767 },
    ],
    [
      'a shared text of 10 MB',
      () => workbook({ isPacked: false, strings: [tenMegabytes], rows: oneCell(value('0', 't="s"')) }),
      { code: 'cell-too-long', row: 2, column: 0 },
    ],
    [
      'a long text shared by many cells',
      () => workbook({ strings: ['Head', longText], rows: sharedByMany(10_000) }),
      { code: 'unpacks-too-large', row: Math.floor(testLimits.textChars / longText.length) + 2 },
    ],
    [
      'a control sign in its escape',
      () => workbook({ rows: oneCell(inline('MD_x0000_2A')) }),
      { code: 'control-character', row: 2, column: 0 },
    ],
    [
      'the same heading twice',
      () => workbook({ rows: rowsXml(['Engine', 'engine '], [[inline('a')]]) }),
      { code: 'duplicate-heading', sheet: 'Units', row: 1, column: 1 },
    ],
    ['headings only', () => workbook({ rows: rowsXml(['Chassis'], []) }), { code: 'no-rows', sheet: 'Units', row: 1 }],
    ['nothing', () => workbook({}), { code: 'empty', sheet: 'Units' }],
  ])('%s', async (_name, make, trouble) => {
    expect(await readHere(await make())).toMatchObject(trouble);
  });
});

function manyRows(count: number): string {
  return `<row><c t="str"><v>Head</v></c></row>${Array.from({ length: count - 1 }, (_, at) => `<row><c t="str"><v>M${at * 7919}</v></c></row>`).join('')}`;
}

function sharedByMany(count: number): string {
  return `<row><c t="s"><v>0</v></c></row>${'<row><c t="s"><v>1</v></c></row>'.repeat(count)}`;
}

/** Entry of the sheet in the directory at the end, where its checksum, sizes and flags stand. */
function directoryEntry(bytes: Buffer): number {
  return bytes.lastIndexOf(sheetPart) - 46;
}

function wrongChecksum(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(0x12345678, directoryEntry(bytes) + 16);
  return bytes;
}

function wrongSize(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(100, directoryEntry(bytes) + 24);
  return bytes;
}

function encryptedFlag(bytes: Buffer): Buffer {
  const at = directoryEntry(bytes) + 8;
  bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at);
  return bytes;
}
