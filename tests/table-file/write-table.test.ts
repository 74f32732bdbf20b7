import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { templateOf, writeTable } from '#core/table-file/service.ts';
import { trials } from '../support/tier.ts';
import { readHere, textsOf } from './read-here.ts';

const columns = [{ heading: 'Chassis' }, { heading: 'Note', widthChars: 40 }];
/** What people and attackers write: spaces around it are not kept, nor what no keyboard types. */
const cellText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'=+-@\'",;|_x000D<>&\n \tA1é'), maxLength: 12 }),
    fc.constantFrom('=1+1', "'=1", '+254712345678', '-1', '@SUM(A1)', '\t=1', '_x000D_', '<b>', '00123', '1.2E+15', '="12"'),
  )
  .map((text) => text.replaceAll(/(?![\t\n])\p{Cc}/gu, '').trim())
  .filter((text) => !isReadOtherwise(text));

const dangerous = ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', "'=1", '=HYPERLINK("http://x","y")'];

/** Dates are read as days, and `="12"` as 12. */
function isReadOtherwise(text: string): boolean {
  return /^\d{1,4}[-/.]\d|^="[^"]*"$|^\d{1,2}[ /-][a-z]{3}/iu.test(text);
}

describe.each(['csv', 'xlsx'] as const)('a table written as %s', (format) => {
  test('is read again as the same texts, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cellText, cellText), { minLength: 1, maxLength: 20 }), async (rows) => {
        const filled = rows.map(([chassis, note]) => [`M${chassis}`.trim(), note]);
        const read = await textsOf(await writeTable({ columns, rows: filled, format }));
        expect(read).toEqual(filled.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1)));
      }),
      { numRuns: trials(100, 5_000) },
    );
  });

  test('holds no cell that a spreadsheet would compute', async () => {
    const bytes = await writeTable({ columns, rows: dangerous.map((text) => [text, 'x']), format });
    const read = await readHere(bytes);
    expect('rows' in read && read.rows.map(({ cells }) => cells[0]?.kind)).toEqual(dangerous.map(() => 'text'));
  });

  test('has columns for every row, and the same bytes each time', async () => {
    const table = { columns, rows: [['a', 'b']], format };
    expect(await readHere(await writeTable(table))).toMatchObject({ head: { headings: ['Chassis', 'Note'] }, rows: [{ row: 2 }] });
    expect(await writeTable(table)).toEqual(await writeTable(table));
  });
});

test('a CSV says of each dangerous cell that it is text', async () => {
  const text = Buffer.from(await writeTable({ columns, rows: dangerous.map((cell) => [cell, '']), format: 'csv' })).toString();
  expect(dangerous.filter((cell) => !text.includes(`'${cell.replaceAll('"', '""')}`))).toEqual([]);
});

test('a CSV opens in Excel as UTF-8', async () => {
  const text = Buffer.from(await writeTable({ columns, rows: [['Wanjirũ', 'x']], format: 'csv' })).toString();
  expect(text).toBe('\uFEFFChassis,Note\r\nWanjirũ,x\r\n');
});

test('a template is headings only', async () => {
  expect(await readHere(await templateOf(columns))).toMatchObject({ code: 'no-rows', row: 1 });
});
