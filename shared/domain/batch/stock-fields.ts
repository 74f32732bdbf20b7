import type { BatchField } from './batch-row.ts';

/** What has to be known of a motorcycle that nobody has bought yet. */
export const stockFields = [
  'chassis',
  'engineNumber',
  'make',
  'model',
  'ratingCc',
  'year',
  'colour',
  'customsEntry',
  'invoice',
] as const satisfies readonly BatchField[];
export type StockField = (typeof stockFields)[number];

export function isStockField(field: BatchField): field is StockField {
  return stockFields.some((one) => one === field);
}
