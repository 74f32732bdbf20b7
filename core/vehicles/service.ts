/** What other features may ask of vehicles; their SQL stays in `store.ts`. */
export { dropVehicle, findVehicle, putVehicle } from './store.ts';
