/** What other features may ask of applications; their SQL stays in `store.ts`. */
export { getApplication, settle } from './act.ts';
export { officeName, provisionalOf } from './case-view.ts';
export { standingOfApplication } from './standing-facts.ts';
export { countWork, findApplication, findHolder, updateApplication, type Application, type StoredDecision } from './store.ts';
