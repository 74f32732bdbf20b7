import { columnLetters, type CellDoubt, type TableFault, type TableFaultCode } from '../../domain/table-file.ts';

/** Where in the file: “stock.xlsx, sheet “Sheet1”, row 14, column C”. */
function place({ file, sheet, row, column }: TableFault): string {
  const parts = [
    file,
    ...(sheet === undefined ? [] : [`sheet “${sheet}”`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column ${columnLetters(column)}`]),
  ];
  return parts.join(', ');
}

const number = new Intl.NumberFormat('en-KE');
const count = (limit: number | undefined) => number.format(limit ?? 0);
const megabytes = (limit: number | undefined) => `${number.format(Math.round((limit ?? 0) / 1_000_000))} MB`;

const notATable: Readonly<Record<string, string>> = {
  page: 'a web page',
  document: 'a document',
  archive: 'an archive',
  pdf: 'a PDF',
  picture: 'a picture',
  program: 'a program',
  xlsb: 'a binary workbook (.xlsb)',
  ods: 'an OpenDocument table (.ods)',
};

/** Why nothing of the file was taken, and what to do; the place stands before it. */
const reasons: Readonly<Record<TableFaultCode, (fault: TableFault) => string>> = {
  unreadable: () => 'The file cannot be opened. Close it in other programs, or copy it to this PC, and choose it again.',
  empty: () => 'There is nothing in it. Look whether you chose the right file.',
  'file-too-large': ({ limit }) => `The file is larger than ${megabytes(limit)}. Split it into smaller files.`,
  'not-a-table': ({ detail }) =>
    `This is ${notATable[detail ?? ''] ?? 'no table'}. Save the table as XLSX or CSV in your spreadsheet program.`,
  'old-excel': () => 'This is the old Excel format (.xls). Open it in your spreadsheet program and save it as XLSX.',
  encrypted: () => 'The file has a password. Save it without one and choose it again.',
  macros: () => 'The file carries macros, which Kaunta never opens. Save it as XLSX without macros.',
  damaged: () => 'The file is damaged. Ask for it once more, or save it anew from your spreadsheet program.',
  'unsafe-name': () => 'A part of the file has a name that no spreadsheet program gives. Save it anew from your spreadsheet program.',
  'unpacks-too-large': () => 'The file becomes far too large when it is unpacked. Save only the table, without pictures and empty rows.',
  'too-many-parts': ({ limit }) => `The workbook has more than ${count(limit)} parts. Save only the sheet with the table.`,
  doctype: () => 'The file holds an instruction that no spreadsheet program writes. Save it anew from your spreadsheet program.',
  encoding: () => 'Some letters cannot be read. Save the file as “CSV UTF-8”, or as XLSX.',
  'control-character': () => 'Here is a sign that cannot be printed. Delete it in your spreadsheet program.',
  quotes: () => 'A quotation mark is opened here and never closed. Put the second one, or delete the first.',
  'record-too-long': ({ limit }) => `This row is longer than ${count(limit)} letters. A quotation mark before it may not be closed.`,
  'cell-too-long': ({ limit }) => `This cell is longer than ${count(limit)} letters. Shorten it.`,
  'no-headings': () => 'No row of headings was found. Put the names of the columns into the first row.',
  'duplicate-heading': ({ detail }) => `The heading “${detail ?? ''}” stands twice. Give the two columns different names.`,
  'no-rows': () => 'There are headings and no rows below them. Put one row below them for each that the list is to hold.',
  'too-many-rows': ({ limit }) => `There are more than ${count(limit)} rows. Split the file.`,
  'too-many-columns': ({ limit }) => `There are more than ${count(limit)} columns. Delete those that are not needed.`,
  'no-such-sheet': () => 'The workbook has no such sheet. Choose another one.',
  'too-slow': () => 'Reading took too long and was stopped. Save only the table into a new file.',
  'too-much-memory': () => 'Reading needed too much memory and was stopped. Save only the table into a new file.',
  'reader-died': () => 'Reading the file failed. Save it anew from your spreadsheet program, or as CSV.',
};

/** Words of a table that comes as a file. */
export const tableFile = {
  fault: (fault: TableFault) => `${place(fault)}: ${reasons[fault.code](fault)} Nothing of it was taken.`,
  doubt: {
    scientific: 'The spreadsheet has shortened this number (1.23E+15); what was typed may be gone. Type it again.',
    'digits-lost': 'A spreadsheet keeps 15 digits only, so the last ones may be wrong. Compare with the paper.',
    'ambiguous-date': 'This date can be read in two ways. Type it as year-month-day.',
    'no-such-day': 'There is no such day.',
    'formula-not-computed': 'Here stands a formula without its result. Type the value.',
    'spreadsheet-error': 'Here stands an error of the spreadsheet. Type the value.',
    'no-heading': 'This cell stands outside the columns. A separator too many may have moved the row.',
  } satisfies Record<CellDoubt, string>,
};

export type TableFileWords = typeof tableFile;
