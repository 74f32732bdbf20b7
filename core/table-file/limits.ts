/** What a file may ask of the reader; generous for a table of 100,000 rows, and far below what would trouble the PC. */
export interface TableLimits {
  readonly fileBytes: number;
  /** Of all parts of a workbook together, counted while they unpack. */
  readonly unpackedBytes: number;
  /** Unpacked to packed size of one part above `smallPartBytes`: a sheet reaches 50, a bomb 1,000. */
  readonly packRatio: number;
  readonly smallPartBytes: number;
  readonly parts: number;
  readonly rows: number;
  readonly columns: number;
  /** A spreadsheet's own limit is 32,767. */
  readonly cellChars: number;
  readonly recordChars: number;
  /** Of all cells together, because whoever asked may keep them in memory. */
  readonly textChars: number;
}

export const TABLE_LIMITS: TableLimits = {
  fileBytes: 32_000_000,
  unpackedBytes: 256_000_000,
  packRatio: 200,
  smallPartBytes: 4_000_000,
  parts: 2_000,
  rows: 100_000,
  columns: 200,
  cellChars: 32_767,
  recordChars: 1_000_000,
  textChars: 64_000_000,
};
