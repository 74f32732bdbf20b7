/** What other features may ask of applications; their SQL stays in `store.ts`. */
export { forAct, getApplication, isOpen, refuseIncomplete, settle } from './act.ts';
export { confirmByList } from './by-list.ts';
export { officeName, provisionalOf } from './case-view.ts';
export { promisedDay, sendAgain, sentPayment } from './money-acts.ts';
export type { OwnActs } from './own-act.ts';
export { openApplication } from './open.ts';
export { indexedFacts, isRecordOld, openApplicationOf, standingOfApplication } from './standing-facts.ts';
export { submissionOf } from './submission.ts';
export {
  countWork,
  findApplication,
  findHolder,
  hasRegisteredUnits,
  insertApplication,
  updateApplication,
  type Application,
  type StoredDecision,
} from './store.ts';
