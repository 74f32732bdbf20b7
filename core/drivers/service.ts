/** What other features may ask of drivers; their SQL stays in `store.ts`. */
export { dropDriver, findDriver, putDriver } from './store.ts';
