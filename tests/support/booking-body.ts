import type { Driver } from '#shared/domain/driver.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import { testBookingRules, type TestBookingBody } from '#shared/domain/services/test-booking.ts';
import { emptyParty } from '#shared/domain/party-fields.ts';

/** Everything that a clerk types for the driving test of somebody whom the register knows. */
export function completeBooking(driver: Driver, place: SeatPlace): TestBookingBody {
  const { idKind, idNumber, name, kraPin, phone } = driver;
  return {
    ...testBookingRules.emptyBody(),
    driver,
    ...place,
    parties: { driver: { ...emptyParty, idKind, idNumber, name, kraPin, phone } },
  };
}
