/** A table that comes as a file from outside: a dealer's motorcycles, a driving school's candidates. */

/** How a cell stood in the file. CSV knows only `text` and the dates that can be read in one way. */
export type CellKind = 'blank' | 'text' | 'number' | 'date' | 'truth' | 'formula';

/** Why a cell may not say what its writer meant; the row can be read all the same. */
export type CellDoubt =
  /** The spreadsheet shows the number as 1.23E+15: what was typed may be gone. */
  | 'scientific'
  /** A number of more than the 15 digits that a spreadsheet keeps. */
  | 'digits-lost'
  /** 03/04/2026: two days are possible. */
  | 'ambiguous-date'
  /** A date format over a number that is no day. */
  | 'no-such-day'
  /** A formula without a stored result, or one in a CSV file, where nothing computes it. */
  | 'formula-not-computed'
  /** #N/A, #REF! and the like. */
  | 'spreadsheet-error'
  /** A cell to the right of the last heading, as a stray separator makes it. */
  | 'no-heading';

export interface TableCell {
  /** A day as `YYYY-MM-DD`, a whole number in its digits, everything else as it stands, without spaces around it. */
  readonly text: string;
  readonly kind: CellKind;
  /** What stands in the file, where `text` says it in another way. */
  readonly written?: string | undefined;
  readonly doubt?: CellDoubt | undefined;
}

export interface TableRow {
  /** As the spreadsheet counts rows, from 1. */
  readonly row: number;
  /** From the first column on; columns after the last filled cell may be missing. */
  readonly cells: readonly TableCell[];
}

/** What is known before the first row of data. */
export interface TableHead {
  readonly format: 'csv' | 'xlsx';
  /** Sheets that a person sees in the workbook; none in a CSV file. */
  readonly sheets: readonly string[];
  /** The one that is read. */
  readonly sheet?: string | undefined;
  readonly headingRow: number;
  /** By column; empty where a column has no heading. */
  readonly headings: readonly string[];
}

export type TablePart = { readonly kind: 'head'; readonly head: TableHead } | { readonly kind: 'rows'; readonly rows: readonly TableRow[] };

export interface TableProgress {
  readonly rows: number;
  /** Of the work, from 0 to 1. */
  readonly share: number;
}

export type TableFaultCode =
  | 'unreadable'
  | 'empty'
  | 'file-too-large'
  | 'not-a-table'
  | 'old-excel'
  | 'encrypted'
  | 'macros'
  | 'damaged'
  | 'unsafe-name'
  | 'unpacks-too-large'
  | 'too-many-parts'
  | 'doctype'
  | 'encoding'
  | 'control-character'
  | 'quotes'
  | 'record-too-long'
  | 'cell-too-long'
  | 'no-headings'
  | 'duplicate-heading'
  | 'no-rows'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'no-such-sheet'
  | 'too-slow'
  | 'too-much-memory'
  | 'reader-died';

/** Why a whole file was not taken, and where that showed. */
export interface TableFault {
  readonly code: TableFaultCode;
  readonly file: string;
  readonly sheet?: string | undefined;
  /** As the spreadsheet counts rows, from 1. */
  readonly row?: number | undefined;
  /** From 0; `columnLetters` says it as the spreadsheet does. */
  readonly column?: number | undefined;
  /** The heading, the part of the workbook or the kind of file that the fault speaks of. */
  readonly detail?: string | undefined;
  /** Bytes, rows, columns, parts or characters, as the code says. */
  readonly limit?: number | undefined;
}

/** As spreadsheets write a number that is too long for them, or one that they made of a text such as 12E4. */
const shortened = /^[+-]?\d+(?:[.,]\d+)?e\+\d{1,3}$/iu;
const sheetError = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/u;

/** The text by which a list takes a cell: where digits of a number may be gone, it is shortened, so that nobody takes it for what was typed. */
export function listText({ text, kind, doubt }: TableCell): string {
  const mayBeGone = kind === 'number' && (doubt === 'scientific' || doubt === 'digits-lost');
  return mayBeGone ? Number(text).toExponential().toUpperCase() : text;
}

/** What a spreadsheet has left in a cell instead of what was meant. */
export function leftBySheet(text: string): Extract<CellDoubt, 'scientific' | 'spreadsheet-error' | 'formula-not-computed'> | undefined {
  if (shortened.test(text)) return 'scientific';
  if (sheetError.test(text)) return 'spreadsheet-error';
  return text.startsWith('=') ? 'formula-not-computed' : undefined;
}

/** A, B, … Z, AA, … as spreadsheets name columns. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}
