/** What other features may ask of bookings; their SQL stays in `store.ts`. */
export { countBookings, findBooking, findBookingOf, listBookings, listOwnBookings, putBooking, type Booking } from './store.ts';
export { isTested, listOwnTests } from './tested.ts';
