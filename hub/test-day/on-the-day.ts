import { dayOf, toInstant } from '#shared/base/instant.ts';
import { refused, type ActContext, type ActOutcome } from '../acts/act.ts';
import { lockBooking, type TestedBooking } from './tested-booking.ts';

/** The booking of an act of the test day, where the office that runs its centre does it, from the day of the test on; else why not. */
export async function bookingOnItsDay({ sql, device, entry }: ActContext, bookingId: string): Promise<TestedBooking | ActOutcome> {
  const booking = await lockBooking(sql, bookingId);
  if (!booking) return refused('act.not-found', { what: 'test-booking' });
  if (booking.runBy !== device.officeCode) return refused('test.not-our-centre', { office: booking.runBy });
  if (booking.state !== 'booked') return refused('test.booking-ended', { number: booking.number });
  return booking.day > dayOf(toInstant(entry.at)) ? refused('test.not-today', { day: booking.day }) : booking;
}

export function isBooking(found: TestedBooking | ActOutcome): found is TestedBooking {
  return 'runBy' in found;
}
