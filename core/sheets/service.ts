/** What other features may ask of sheets; their SQL stays in `store.ts`. */
export { sheetLedger } from './ledger.ts';
export { endsOf, periodOf, sheetReport } from './report.ts';
export { listSheetsOfCopy, listSpoiled } from './store.ts';
export { keepsSheets, takePlate, takeSheet } from './take.ts';
