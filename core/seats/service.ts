/** What other features may use of the seats lent to this office. */
export { type SeatClock } from './clock.ts';
export { putInterest as keepInterest } from './interest.ts';
export { listLeases, listSessions, loseSeat, putLease, putSessions, takeSeat } from './store.ts';
