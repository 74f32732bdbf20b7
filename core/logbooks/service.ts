/** What other features may ask of logbooks; their SQL stays in `store.ts`. */
export { listCopies } from './copy-store.ts';
export {
  countCopies,
  countWaitingLogbooks,
  findLogbook,
  getLogbook,
  listLogbooksByCode,
  noteHandedOver,
  putLogbook,
  type Logbook,
} from './store.ts';
