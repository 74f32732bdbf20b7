/** Words of the spreadsheet, whatever stands in it. */
export const grid = {
  rowNumber: 'Row number',
  place: (row: number, column: string) => `Row ${row}, ${column}`,
  noProblem: 'Nothing wrong here.',
  leftOut: 'This row is set aside: it is left out of everything until it is taken back.',
  counts: 'Rows by state',
  good: (count: number) => `${count} good`,
  bad: (count: number) => `${count} to mend`,
  aside: (count: number) => `${count} set aside`,
  total: (count: number) => (count === 1 ? '1 row' : `${count} rows`),
  keys: {
    open: 'Edit the cell',
    nextProblem: 'Next problem',
    problemBefore: 'Problem before',
    fillDown: 'Fill down',
    undo: 'Undo',
    redo: 'Do again',
  },
};

export type GridWords = typeof grid;
