/** What other features may ask of drivers; their SQL stays in `store.ts`. */
export { findDriver, findLearner } from './known-driver.ts';
export { dropDriver, putDriver } from './store.ts';
