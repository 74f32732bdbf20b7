import type { TablePart } from '#shared/domain/table-file.ts';
import { openCsv } from './csv-source.ts';
import { sniff } from './sniff.ts';
import type { ReadOrder } from './source.ts';
import { tableParts } from './table-parts.ts';
import { TroubleFound } from './trouble.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

/** Reads a table in this thread: the worker's whole work, and what the mutation tests run without one. */
export async function* readParts(order: ReadOrder): AsyncGenerator<TablePart> {
  const { bytes, limits } = order;
  if (bytes.length > limits.fileBytes) throw new TroubleFound({ code: 'file-too-large', limit: limits.fileBytes });
  const source = sniff(bytes) === 'csv' ? openCsv(order) : await openXlsx(order);
  yield* tableParts(source, limits);
}
