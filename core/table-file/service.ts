export { readTable, type ReadTableOptions, type TableFile } from './read-table.ts';
export { TableFailure } from './trouble.ts';
export { templateOf, writeTable } from './write-table.ts';
