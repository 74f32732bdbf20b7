/** What other features may ask of logbooks; their SQL stays in `store.ts`. */
export { countCopies, countWaitingLogbooks, findLogbook, getLogbook, insertCopy, putLogbook, type Logbook } from './store.ts';
