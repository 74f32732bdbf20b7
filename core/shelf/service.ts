/** What other features may ask of the shelf; its SQL stays in `store.ts`. */
export { countByAge, listByAge } from './ageing.ts';
export { findHandOver, findItem, putShelfNotice } from './store.ts';
