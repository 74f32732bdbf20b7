/** What other features may use of the seats lent to this office. */
export { type SeatClock } from './clock.ts';
export { listLeases, loseSeat, putLease, putSessions, takeSeat } from './store.ts';
