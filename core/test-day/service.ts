/** What other features may ask of the test day; its SQL stays in `store.ts`. */
export { hearCheckIn, hearResult } from './hear.ts';
export { getCentre, heardAllAt, testRulesOn } from './sitting.ts';
export { findResult, type KeptResult } from './store.ts';
