/** What other features may use of the seats lent to this office. */
export { putLease, putSessions } from './store.ts';
