/** What other features may ask of applications; their SQL stays in `store.ts`. */
export { forAct, getApplication, isOpen, refuseIncomplete, settle } from './act.ts';
export { confirmByList } from './by-list.ts';
export { officeName, provisionalOf } from './case-view.ts';
export { promisedDay, sentPayment } from './money-acts.ts';
export { openApplication } from './open.ts';
export { isRecordOld, openApplicationOf, standingOfApplication } from './standing-facts.ts';
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
