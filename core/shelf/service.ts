/** What other features may ask of the shelf; its SQL stays in `store.ts`. */
export { findHandOver, findItem, putShelfNotice, type HandOver } from './store.ts';
