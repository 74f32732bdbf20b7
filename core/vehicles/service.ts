/** What other features may ask of vehicles; their SQL stays in `store.ts`. */
export { findVehicle, putVehicle } from './store.ts';
