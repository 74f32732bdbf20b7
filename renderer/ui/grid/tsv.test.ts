import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromTsv, toTsv } from './tsv.ts';

test('a range with tabs, lines and quotes in its texts comes back as it was copied', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '0', ' ', '"', '\t', '\n', '\r', 'Ň') });
  const table = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    // A last row of one empty cell is what a line's end at the end looks like.
    fc.property(table, (rows) => {
      fc.pre(rows.at(-1)?.join('\t') !== '');
      expect(fromTsv(toTsv(rows))).toEqual(rows);
    }),
  );
});

test('a spreadsheet ends the last line too, and that makes no row', () => {
  expect(fromTsv('MD2A\t1\r\nMD2B\t2\r\n')).toEqual([
    ['MD2A', '1'],
    ['MD2B', '2'],
  ]);
});

test('quotes that do not enclose a whole cell belong to its text', () => {
  expect(fromTsv('"Bob" Otieno\t27" rim')).toEqual([['"Bob" Otieno', '27" rim']]);
});

test('empty cells stay, also at the end of a line', () => {
  expect(fromTsv('a\t\nb\t')).toEqual([
    ['a', ''],
    ['b', ''],
  ]);
});
