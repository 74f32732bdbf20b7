import { describe, expect, test } from 'vitest';
import { trials } from '../support/tier.ts';
import { firstCell, readHere, testLimits, textsOf } from './read-here.ts';

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const table = 'Chassis,Engine\nMD2A1,E1\n';
const rows = [['MD2A1', 'E1']];

describe('text in any shape that spreadsheets write is the same table', () => {
  test.each<[string, string | Buffer]>([
    ['UTF-8', table],
    ['UTF-8 with its mark', `\uFEFF${table}`],
    ['UTF-16 little end first', utf16(table)],
    ['UTF-16 big end first', utf16(table).swap16()],
    ['UTF-16 without a mark', Buffer.from(table, 'utf16le')],
    ['lines that end in CR LF', table.replaceAll('\n', '\r\n')],
    ['lines that end in CR', table.replaceAll('\n', '\r')],
    ['lines that end in every way', 'Chassis,Engine\r\nMD2A1,E1\r'],
    ['semicolons', table.replaceAll(',', ';')],
    ['tabs', table.replaceAll(',', '\t')],
    ['bars', table.replaceAll(',', '|')],
    ['a sep= line', `sep=;\r\n${table.replaceAll(',', ';')}`],
    ['quotes', '"Chassis","Engine"\n"MD2A1","E1"\n'],
    ['no end of the last line', table.trimEnd()],
    ['empty lines', `\n\n${table}\n,\n\n`],
    ['a title above the headings', `Dealer stock list\n\n${table}`],
  ])('%s', async (_name, text) => {
    expect(await textsOf(Buffer.from(text))).toEqual(rows);
  });

  test('Windows-1252 keeps its letters, on every version of Node', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Owner,Price\nMuthoni,'),
      Buffer.from([0x80, 0x85, 0x92, 0x93, 0x99, 0x9f, 0xe9]),
      Buffer.from('\n'),
    ]);
    expect(await textsOf(bytes)).toEqual([['Muthoni', '€…’“™Ÿé']]);
  });

  test('leading zeros, thousands with spaces and commas of decimals stay as written', async () => {
    expect(await textsOf(Buffer.from('Code;Price\n00042;1 234,50\n'))).toEqual([['00042', '1 234,50']]);
  });

  test('a quoted text may hold separators, quotes and line ends, and rows are counted as spreadsheets count them', async () => {
    const read = await readHere(Buffer.from('A,B\n"x,""y""\nz",1\nw,2\n'));
    expect(read).toMatchObject({
      rows: [
        { row: 2, cells: [{ text: 'x,"y"\nz' }, {}] },
        { row: 3, cells: [{ text: 'w' }, {}] },
      ],
    });
  });

  test('characters of two and three bytes may fall on any border of the slices that are read', async () => {
    const text = `Owner,Note\n${'Wanjirũ,€é€é€é\n'.repeat(20_000)}`;
    const read = await textsOf(Buffer.from(text), { limits: { rows: 20_000 } });
    expect(new Set((read as string[][]).map((row) => row.join('|')))).toEqual(new Set(['Wanjirũ|€é€é€é']));
  });
});

describe('a cell that may not say what was meant is marked', () => {
  test.each<[string, object]>([
    ['1.23457E+16', { kind: 'text', doubt: 'scientific' }],
    ['"1,23457E+16"', { kind: 'text', doubt: 'scientific' }],
    ['03/04/2026', { text: '03/04/2026', kind: 'text', doubt: 'ambiguous-date' }],
    ['25/03/26', { kind: 'text', doubt: 'ambiguous-date' }],
    ['25/03/2026', { text: '2026-03-25', kind: 'date', written: '25/03/2026' }],
    ['03-25-2026', { text: '2026-03-25', kind: 'date' }],
    ['25-Mar-2026', { text: '2026-03-25', kind: 'date' }],
    ['2026-03-25', { text: '2026-03-25', kind: 'date' }],
    ['2026/3/5', { text: '2026-03-05', kind: 'date' }],
    ['31/02/2026', { text: '31/02/2026', kind: 'text' }],
    ['=SUM(A1:A9)', { kind: 'text', doubt: 'formula-not-computed' }],
    ['="00123"', { text: '00123', kind: 'text' }],
    ["'+254712345678", { text: '+254712345678', kind: 'text' }],
    ['+254712345678', { text: '+254712345678', kind: 'text' }],
    ['12E45678', { text: '12E45678', kind: 'text' }],
  ])('%s', async (written, cell) => {
    const read = await firstCell(Buffer.from(`Head\n${written.startsWith('="') ? `"${written.replaceAll('"', '""')}"` : written}\n`));
    expect(read).toMatchObject({ doubt: undefined, ...cell });
  });

  test('a cell to the right of the last heading', async () => {
    const read = await readHere(Buffer.from('A,B\n1,2,moved\n'));
    expect(read).toMatchObject({ rows: [{ cells: [{}, {}, { text: 'moved', doubt: 'no-heading' }] }] });
  });
});

describe('a file that cannot be taken is refused whole, with its row', () => {
  const many = (count: number): string => `A,B\n${'x,y\n'.repeat(count)}`;
  const head = 'Chassis,Engine\n';

  test.each<[string, string | Buffer, object]>([
    ['no byte', '', { code: 'empty' }],
    ['white space only', ' \n\n ,\n', { code: 'empty' }],
    ['headings only', head, { code: 'no-rows', row: 1 }],
    ['numbers only', '1,2\n3,4\n', { code: 'no-headings', row: 1 }],
    ['the same heading twice', 'Chassis,Engine, chassis\nA,B,C\n', { code: 'duplicate-heading', row: 1, column: 2, detail: 'chassis' }],
    ['a quote that never closes', `${head}A,"B\nC,D\n`, { code: 'quotes', row: 2 }],
    ['a quote inside a text', `${head}A,B\nC,D"x\n`, { code: 'quotes', row: 3 }],
    ['a quote that closes too early', `${head}A,"B"x\n`, { code: 'quotes', row: 2 }],
    ['a zero byte', `${head}A,B\nC,D\0E\n`, { code: 'control-character', row: 3, column: 1 }],
    ['a cell of 10 MB', `${head}A,${'x'.repeat(10_000_000)}\n`, { code: 'record-too-long', row: 2 }],
    ['an open quote before 10 MB', `${head}A,"${'x,y\n'.repeat(2_500_000)}`, { code: 'record-too-long', row: 2 }],
    ['a cell a little too long', `${head}A,${'x'.repeat(40_000)}\n`, { code: 'cell-too-long', row: 2, column: 1, limit: 32_767 }],
    [
      '10,000 columns',
      `${Array.from({ length: 10_000 }, (_, at) => `H${at}`).join(',')}\nA\n`,
      { code: 'too-many-columns', row: 1, limit: 200 },
    ],
    [
      'as many rows as a sheet can have',
      many(trials(1_001, 1_048_575)),
      { code: 'too-many-rows', row: testLimits.rows + 2, limit: testLimits.rows },
    ],
    ['letters that are no UTF-8 behind its mark', Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0x0a, 0xff, 0x0a]), { code: 'encoding' }],
    ['half a letter of UTF-16', Buffer.concat([utf16('A\nB\n'), Buffer.from([0x41])]), { code: 'encoding' }],
    ['more than 32 MB', Buffer.alloc(32_000_001, 'x'), { code: 'file-too-large', limit: 32_000_000 }],
    ['a PDF by another name', '%PDF-1.7\n%âãÏÓ\n1 0 obj', { code: 'not-a-table', detail: 'pdf' }],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), { code: 'not-a-table', detail: 'picture' }],
    ['a web page', '<html><table><tr><td>Chassis</td></tr></table></html>', { code: 'not-a-table', detail: 'page' }],
    [
      'XML of a spreadsheet of 2003',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
      { code: 'not-a-table', detail: 'page' },
    ],
    ['a program', 'MZ\x90\0', { code: 'not-a-table', detail: 'program' }],
    ['an old workbook', ole('Workbook'), { code: 'old-excel' }],
    ['a workbook of Excel 4', Buffer.from([0x09, 0x04, 0x06, 0x00, 0, 0]), { code: 'old-excel' }],
    ['an encrypted workbook', ole('EncryptedPackage'), { code: 'encrypted' }],
    ['an old text document', ole('WordDocument'), { code: 'not-a-table', detail: 'document' }],
  ])('%s', async (_name, bytes, trouble) => {
    expect(await readHere(Buffer.from(bytes as string))).toMatchObject(trouble);
  });

  test('invisible and look-alike signs are no reason to refuse: rules of the fields judge them', async () => {
    expect(await textsOf(Buffer.from('Chassis,Owner\nMD2A\u200B1,\u202Eabc\n'))).toEqual([['MD2A\u200B1', '\u202Eabc']]);
  });
});

/** Microsoft's container: its signature, and the name of a stream as its directory holds it. */
function ole(stream: string): Buffer {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(64)]);
}
