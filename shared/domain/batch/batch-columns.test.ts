import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { batchFields } from './batch-row.ts';
import { headingOf, matchColumns } from './batch-columns.ts';
import { headingKey } from './column-match.ts';

it('the headings of the template are known in any order, case and punctuation', () => {
  const order = fc.shuffledSubarray([...batchFields], { minLength: batchFields.length });
  const style = fc.constantFrom(
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase().replaceAll(' ', '_'),
    (text: string) => ` ${text}. `,
  );
  fc.assert(
    fc.property(order, style, (fields, write) => {
      const found = matchColumns(fields.map((field) => write(headingOf(field))));
      expect(found.map(({ field, sure }) => [field, sure])).toEqual(fields.map((field) => [field, true]));
    }),
  );
});

it.each([
  ['Namba ya chesisi', 'chassis'],
  ['Chasisi', 'chassis'],
  ['ENG. NO', 'engineNumber'],
  ['YOM', 'year'],
  ['Simu', 'ownerPhone'],
  ['C17B', 'customsEntry'],
])('%s is %s', (heading, field) => {
  expect(matchColumns([heading])).toEqual([{ heading, field, sure: true }]);
});

it('a heading with a slip is a guess that a person confirms', () => {
  expect(matchColumns(['Chasssis'])).toEqual([{ heading: 'Chasssis', field: 'chassis', sure: false }]);
});

it('two columns for one thing are both asked about', () => {
  expect(matchColumns(['Chassis', 'VIN']).map(({ sure }) => sure)).toEqual([false, false]);
});

it("a dealer's own word is remembered, also that a column is left out", () => {
  const remembered = new Map([
    [headingKey('Fremu'), 'chassis' as const],
    [headingKey('Phone'), null],
  ]);
  expect(matchColumns(['Fremu', 'Phone'], remembered).map(({ field, sure }) => [field, sure])).toEqual([
    ['chassis', true],
    [null, true],
  ]);
});
