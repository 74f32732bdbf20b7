/** What other features may ask of the registrar's desk; its SQL stays in `store.ts`. */
export { countOpenCases, putCase } from './store.ts';
