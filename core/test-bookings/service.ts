/** What other features may ask of bookings; their SQL stays in `store.ts`. */
export { findBooking, listBookings, putBooking, type Booking } from './store.ts';
