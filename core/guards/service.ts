/** What other features may ask of the guards. */
export { readContact } from './store.ts';
