/** What other features may ask of applications; their SQL stays in `store.ts`. */
export { forAct, getApplication, isOpen, refuseIncomplete, settle } from './act.ts';
export { officeName, provisionalOf } from './case-view.ts';
export { promisedDay, sentPayment } from './money-acts.ts';
export { standingOfApplication } from './standing-facts.ts';
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
