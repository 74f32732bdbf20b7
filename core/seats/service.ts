/** What other features may use of the seats lent to this office. */
export { freeSeat, listLeases, listSessions, putLease, putSessions, takeSeat } from './store.ts';
