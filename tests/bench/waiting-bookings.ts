import { addDays, dayOf, instantOf, toDay } from '#shared/base/instant.ts';
import type { Driver } from '#shared/domain/driver.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import { completeBooking } from '#tests/support/booking-body.ts';
import type { BenchOffice } from './bench-office.ts';
import { testedClass } from './full-calendar.ts';
import { bringToMoney, type WaitingApplication } from './waiting-applications.ts';

/** Brings bookings of driving tests as far as the money, each of another person and in another session. */
export async function prepareBookings(office: BenchOffice, places: readonly SeatPlace[], count: number): Promise<WaitingApplication[]> {
  const waiting: WaitingApplication[] = [];
  for (let number = 0; number < count; number += 1) {
    // A step that shares no factor with the count, so that days and centres are met in no order.
    const place = places[(number * 7_919) % places.length];
    if (!place) throw new Error('There is no session to book');
    waiting.push(
      await bringToMoney(office, { body: completeBooking(learner(number), place), attach: () => undefined, code: 'UKN', number }),
    );
  }
  return waiting;
}

/** Invented by the formats of DOMAIN §2 and §6; the hub was asked a moment ago. */
function learner(number: number): Driver {
  const now = instantOf(Date.now());
  const digits = String(number).padStart(6, '0');
  const issuedOn = addDays(dayOf(now), -90);
  return {
    idKind: 'national-id',
    idNumber: `31${digits}`,
    name: 'Amina Mwangi Otieno',
    phone: '+254712345678',
    kraPin: `A012${digits}Z`,
    dateOfBirth: toDay('1996-05-17'),
    provisional: {
      number: `PDL-00${digits}`,
      class: testedClass,
      issuedOn,
      validUntil: addDays(issuedOn, 600),
      school: 'Mlima Driving School',
    },
    licences: [],
    tests: [],
    source: { from: 'registry', asOf: now },
  };
}
