/** What other features may ask of the shelf; its SQL stays in `store.ts`. */
export { putShelfNotice } from './store.ts';
