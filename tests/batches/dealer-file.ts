import { headingOf } from '#shared/domain/batch/batch-columns.ts';
import { batchFields, type BatchCells } from '#shared/domain/batch/batch-row.ts';

/** The motorcycle that stands in row `n` of an invented dealer's file: good in every cell. */
export function goodCells(n: number): BatchCells {
  return {
    chassis: `MD2A57AZ${100_000_000 + n}`,
    engineNumber: `DZZWTK${String(n).padStart(5, '0')}`,
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
    collectionPoint: 'Nairobi',
  };
}

/** A CSV file as a dealer sends it, under the template's headings. */
export function csvOf(rows: readonly BatchCells[], name = 'bikes.csv'): File {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [batchFields.map(headingOf), ...rows.map((cells) => batchFields.map((field) => cells[field] ?? ''))];
  return new File([lines.map((line) => line.map(quoted).join(',')).join('\r\n')], name, { type: 'text/csv' });
}
