/** What other features may ask of logbooks; their SQL stays in `store.ts`. */
export { listCopies } from './copy-store.ts';
export { refuseEnded } from './ended.ts';
export {
  countCopies,
  countWaitingLogbooks,
  findEndOfLogbook,
  findLogbook,
  findLogbookEnd,
  getLogbook,
  listLogbooksByCode,
  listUncopied,
  noteHandedOver,
  putLogbook,
  type Logbook,
} from './store.ts';
