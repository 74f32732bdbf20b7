import type { RowCells, RowFix, RowProblem } from './judged-row.ts';

/** What a dealer says of one motorcycle, in the order of the template (DOMAIN §5.2; seed 002). */
export const batchFields = [
  'chassis',
  'engineNumber',
  'make',
  'model',
  'ratingCc',
  'year',
  'colour',
  'customsEntry',
  'invoice',
  'ownerName',
  'ownerIdNumber',
  'ownerKraPin',
  'ownerPhone',
  'ownership',
  'financier',
  'collectionPoint',
] as const;
export type BatchField = (typeof batchFields)[number];

export function isBatchField(text: string): text is BatchField {
  return batchFields.some((field) => field === text);
}

export type BatchCells = RowCells<BatchField>;
export type BatchFix = RowFix<BatchField, 'look-alike' | 'plain' | 'swap' | 'model-cc' | 'joint' | 'listed'>;
export type BatchProblem = RowProblem<BatchField, BatchFix>;
