import { batchFields } from '#shared/domain/batch/batch-row.ts';
import { cellOf } from '#shared/domain/batch/judged-row.ts';
import { headingOf } from '#shared/domain/batch/batch-columns.ts';
import { templateOf, writeTable } from '../table-file/service.ts';
import type { Batch } from './batch-store.ts';
import { rowHeading, rowMark } from './plan.ts';
import type { BatchRow } from './row-store.ts';

const types = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
const columns = batchFields.map((field) => ({ heading: headingOf(field), widthChars: 22 }));

/** An empty table with every heading that Kaunta knows by itself. */
export async function templateFile(): Promise<File> {
  return fileOf(await templateOf(columns), 'kaunta-batch.xlsx', 'xlsx');
}

export interface BadRows {
  readonly batch: Batch;
  readonly rows: readonly BatchRow[];
  readonly reasonHeading: string;
  readonly reasonOf: ReadonlyMap<string, string>;
  readonly format: 'csv' | 'xlsx';
}

/** Rows that wait for mending, each with its mark, so that it is known again however it was mended. */
export async function badRowsFile({ batch, rows, reasonHeading, reasonOf, format }: BadRows): Promise<File> {
  const bytes = await writeTable({
    format,
    columns: [{ heading: rowHeading }, ...columns, { heading: reasonHeading, widthChars: 60 }],
    rows: rows.map((row) => [
      rowMark(batch.number, row.position),
      ...batchFields.map((field) => cellOf(row.cells, field)),
      reasonOf.get(row.id) ?? '',
    ]),
  });
  return fileOf(bytes, `${batch.number}.${format}`, format);
}

function fileOf(bytes: Uint8Array, name: string, format: 'csv' | 'xlsx'): File {
  return new File([new Uint8Array(bytes)], name, { type: types[format] });
}
