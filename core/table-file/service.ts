export { readTable, type ReadTableOptions, type TableFile } from './read-table.ts';
export { TableFailure } from './trouble.ts';
export { templateOf, writeTable, type TableColumn, type TableToWrite } from './write-table.ts';
