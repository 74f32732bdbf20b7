/** What other features may ask of what is done with bookings: seats taken, tests moved, people who wait. */
export { listAdjustments } from './change-store.ts';
export { moveBooking } from './move-booking.ts';
export { findSeatAtHand } from './seat-at-hand.ts';
export { settleBooking } from './settle-booking.ts';
export { bookNextSeat } from './take-seat.ts';
export { countServable, joinWaitList, refuseNoSession } from './wait-list.ts';
export { findWaiter, placeOfWaiter } from './wait-store.ts';
