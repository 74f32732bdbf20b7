import { csvOf } from './write-csv.ts';
import { xlsxOf } from './write-xlsx.ts';

export interface TableColumn {
  readonly heading: string;
  /** Of the column in a workbook, in characters. */
  readonly widthChars?: number | undefined;
}

export interface TableToWrite {
  readonly columns: readonly TableColumn[];
  /** A text for each column. */
  readonly rows: Iterable<readonly string[]>;
}

/** Columns with their headings and no row: what people fill in. A workbook, whose cells keep zeros and long numbers as typed. */
export function templateOf(columns: readonly TableColumn[]): Promise<Uint8Array> {
  return xlsxOf({ columns, rows: [] });
}

/** A table as a file that spreadsheets open, in which no cell can become a formula (RELIABILITY §3 D). Gives way between rows. */
export function writeTable(table: TableToWrite & { readonly format: 'csv' | 'xlsx' }): Promise<Uint8Array> {
  return table.format === 'csv' ? csvOf(table) : xlsxOf(table);
}
