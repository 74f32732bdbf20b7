import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import catalogueFile from '#resources/reference/motorcycle-models.json' with { type: 'json' };
import { batchFields, type BatchCells } from './batch-row.ts';
import { openProblems, questionKey } from './judged-row.ts';
import type { ModelCatalogue } from './model-catalogue.ts';
import { rowProblems, type RowKnowledge } from './row-rules.ts';

const catalogue = catalogueFile as unknown as ModelCatalogue;
const known: RowKnowledge = { catalogue, thisYear: 2026, collectionPoints: [{ code: 'NRB01', name: 'Nairobi' }] };

const good: BatchCells = {
  chassis: 'MD2A57AZ100000001',
  engineNumber: 'DZZWTK00001',
  make: 'Bajaj',
  model: 'Boxer BM150',
  ratingCc: '150',
  year: '2026',
  colour: 'Red',
  customsEntry: '2026MSA4410021',
  invoice: 'INV-88120',
  ownerName: 'Juma Barasa Wekesa',
  ownerIdNumber: '27104433',
  ownerKraPin: 'A004416331M',
  ownerPhone: '0722 000 111',
  collectionPoint: 'nairobi',
};

function codes(change: BatchCells) {
  return rowProblems({ ...good, ...change }, known).map(({ field, code, tone }) => [field, code, tone]);
}

it('a row that is right has no problem', () => {
  expect(rowProblems(good, known)).toEqual([]);
});

it.each<[BatchCells, string, string, string]>([
  [{ chassis: 'MD2A57AZ1OOOOOOO1' }, 'chassis', 'chassis.letter-not-in-vin', 'asked'],
  [{ year: '2O26' }, 'year', 'batch.year', 'wrong'],
  [{ chassis: '1.23457E+16' }, 'chassis', 'table.scientific', 'wrong'],
  [{ engineNumber: '1,2E+5' }, 'engineNumber', 'table.scientific', 'wrong'],
  [{ ownerName: '#N/A' }, 'ownerName', 'table.spreadsheet-error', 'wrong'],
  [{ invoice: '=B2&C2' }, 'invoice', 'table.formula-not-computed', 'wrong'],
  [{ chassis: 'MD6A57AZ100000001' }, 'make', 'batch.maker-differs', 'asked'],
  [{ ratingCc: '125' }, 'ratingCc', 'batch.cc-differs', 'asked'],
  [{ make: 'Bajaji Kuu' }, 'make', 'batch.make-unknown', 'asked'],
  [{ financier: 'Jenga Loans Limited' }, 'ownership', 'batch.joint-with-financier', 'asked'],
  [{ ownership: 'joint' }, 'financier', 'missing', 'wrong'],
  [{ collectionPoint: 'Nairobbi' }, 'collectionPoint', 'batch.collection-point', 'wrong'],
])('%o is a problem of %s', (change, field, code, tone) => {
  expect(codes(change)).toEqual([[field, code, tone]]);
});

it('a swapped pair is one problem, and one key puts it right', () => {
  const swapped = { ...good, chassis: good.engineNumber ?? '', engineNumber: good.chassis ?? '' };
  const [problem, ...more] = rowProblems(swapped, known);
  expect([problem?.code, more]).toEqual(['batch.pair-swapped', []]);
  expect(rowProblems({ ...swapped, ...problem?.fixes[0]?.cells }, known)).toEqual([]);
});

it('an organisation with a P PIN needs no identity card', () => {
  expect(codes({ ownerKraPin: 'P051365947M', ownerIdNumber: '' })).toEqual([]);
});

it('what somebody has said is right is not asked again until the cell changes', () => {
  const cells = { ...good, ratingCc: '125' };
  const [asked] = rowProblems(cells, known);
  const confirmed = asked ? [questionKey(asked, cells)] : [];
  expect(openProblems(rowProblems(cells, known), cells, confirmed)).toEqual([]);
  const changed = { ...good, ratingCc: '100' };
  expect(openProblems(rowProblems(changed, known), changed, confirmed)).toHaveLength(1);
});

it('no text in any cell is more than a problem, and each one-key fix changes its cell', () => {
  fc.assert(
    fc.property(fc.constantFrom(...batchFields), fc.string({ unit: 'grapheme', maxLength: 40 }), (field, text) => {
      const cells = { ...good, [field]: text };
      for (const { fixes } of rowProblems(cells, known)) for (const fix of fixes) expect({ ...cells, ...fix.cells }).not.toEqual(cells);
    }),
  );
});
