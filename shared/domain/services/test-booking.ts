import { isDay, toDay } from '../../base/instant.ts';
import { isOfAnother, type Driver } from '../driver.ts';
import { drivingRulesOn } from '../driving-class.ts';
import type { Party } from '../party.ts';
import { emptyParty, partyProblems, shortName, type KnownFacts } from '../party-fields.ts';
import type { FieldProblem, RefusalFacts } from '../refusal.ts';
import type { LeasedSeat, SeatPlace } from '../seat-lease.ts';
import { attemptOf, bookingFaults, bookingWarnings, type BookingFault } from '../test-booking.ts';
import { driverHold } from './hold.ts';
import { inCounterOrder } from './owner-part.ts';
import type { DriverService } from './service.ts';

/** What the clerk types for a driving test, and the seat that its sending took. */
export interface TestBookingBody {
  readonly service: 'test-booking';
  /** The register's record; null while it was not asked. */
  readonly driver: Driver | null;
  /** Id of a driving class; empty while none is chosen, as are the next three. */
  readonly class: string;
  readonly centre: string;
  readonly day: string;
  readonly session: string;
  /** Null before it is sent: the counter gives the next seat of its leases, nobody chooses one. */
  readonly seat: LeasedSeat | null;
  readonly parties: Readonly<{ driver: Party }>;
}

/** A seat for a driving test (DOMAIN §6.2; FEATURES D1–D6). */
export const testBookingRules: DriverService<TestBookingBody> = {
  id: 'test-booking',
  seriesKind: 'S',
  feeService: 'driving-test',
  about: 'driver',
  steps: ['driver', 'place', 'papers', 'confirm', 'money'],
  emptyBody: () => ({
    service: 'test-booking',
    driver: null,
    class: '',
    centre: '',
    day: '',
    session: '',
    seat: null,
    parties: { driver: emptyParty },
  }),
  driverOf: ({ driver }) => driver,
  withDriver: (body, driver) => ({ ...body, driver }),
  holdKeys: ({ parties }) => driverHold('driving-test', parties.driver),
  heldUntil: ({ day }) => (isDay(day) ? toDay(day) : null),
  partiesOf: () => ['driver'],
  applicant: 'driver',
  isSale: false,
  // Eye and medical form were taken in with the provisional licence.
  scansNeeded: () => [],
  rejectionReasons: [],
  who: ({ parties: { driver } }) => shortName(driver.name) || '?',
  gist: ({ class: wanted, day }) => ({ of: 'class', class: wanted, day }),
  problems: (body, known) => [...candidateProblems(body, known), ...placeProblems(body, known)],
  warnings: placeWarnings,
  confirmedFacts: ({ class: wanted, centre, day, session, parties }) => ({
    class: wanted,
    centre,
    day,
    session,
    parties: [['driver', parties.driver]],
  }),
  approval: null,
};

function candidateProblems({ driver, parties }: TestBookingBody, { openApplication: open }: KnownFacts): FieldProblem[] {
  const at = (code: string, facts: RefusalFacts = {}): FieldProblem => ({ step: 'driver', field: 'parties.driver.idNumber', code, facts });
  const typed = partyProblems('driver', 'driver', parties.driver);
  const isNamed = !typed.some(({ field }) => field === 'parties.driver.idNumber');
  return [
    ...(open ? [at('driver.open-application', { ...open })] : []),
    ...inCounterOrder('driver', parties.driver, typed),
    ...(isNamed && !driver ? [at('driver.no-record')] : []),
    ...(isOfAnother(driver, parties.driver) ? [at('driver.differs')] : []),
  ];
}

const placeFields = ['class', 'centre', 'day', 'session'] as const satisfies readonly (keyof SeatPlace)[];

function placeProblems(body: TestBookingBody, { driving, session }: KnownFacts): FieldProblem[] {
  const at = (field: string, code: string, facts: RefusalFacts = {}): FieldProblem => ({ step: 'place', field, code, facts });
  const missing = placeFields.filter((field) => body[field] === '').map((field) => at(field, 'missing'));
  const place = placeOf(body);
  const hasNoSeat = place !== null && session !== undefined && session !== 'final';
  // Nobody confirms or pays for a seat that is not there.
  const seatless = hasNoSeat ? [at('session', `seat.${session}`)] : [];
  if (!place || !body.driver || !driving) return [...missing, ...seatless];
  const rules = drivingRulesOn(driving.rules, place.day);
  const faults = bookingFaults(body.driver, { ...place, openBooking: null, classes: driving.classes, rules });
  return [...missing, ...faults.map(({ code, facts }) => at(fieldOfFault[code], code, facts)), ...seatless];
}

/** A day that a guide calls too early and no rule forbids is asked about. */
function placeWarnings(body: TestBookingBody, { driving }: Pick<KnownFacts, 'driving'>): FieldProblem[] {
  const place = placeOf(body);
  if (!place || !body.driver || !driving) return [];
  const wanted = { ...place, openBooking: null, classes: driving.classes, rules: drivingRulesOn(driving.rules, place.day) };
  return bookingWarnings(body.driver, wanted).map(({ facts }) => ({ step: 'place', field: 'day', code: 'driver.early', facts }));
}

/** Where to mend it: another day may do, or another class. */
const fieldOfFault: Readonly<Record<BookingFault['code'], 'class' | 'day'>> = {
  'driver.class-unknown': 'class',
  'driver.no-provisional': 'class',
  'driver.other-class': 'class',
  'driver.too-young': 'day',
  'driver.provisional-ended': 'day',
  'driver.not-mature': 'day',
  'driver.resit-wait': 'day',
  'driver.open-booking': 'day',
};

/** What is booked, as the day list of the centre has it. */
export interface BookedTest extends SeatPlace {
  readonly seat: number;
  readonly attempt: number;
  readonly driver: Pick<Driver, 'idKind' | 'idNumber' | 'name' | 'phone' | 'dateOfBirth'> & { readonly provisionalNumber: string };
}

/** The candidate as the record has them, with the phone they told now; null while no seat was taken. */
export function bookedTest(body: TestBookingBody, record: Driver | null): BookedTest | null {
  const place = placeOf(body);
  if (!place || !body.seat || !record) return null;
  const { idKind, idNumber, name, dateOfBirth, provisional, tests } = record;
  const { phone } = body.parties.driver;
  return {
    ...place,
    seat: body.seat.seat,
    attempt: attemptOf(tests, place.class),
    driver: { idKind, idNumber, name, phone, dateOfBirth, provisionalNumber: provisional?.number ?? '' },
  };
}

/** Where and when the test is to be; null while any of it is not chosen. */
export function placeOf({ class: wanted, centre, day, session }: TestBookingBody): SeatPlace | null {
  const isChosen = wanted !== '' && centre !== '' && session !== '' && isDay(day);
  return isChosen ? { class: wanted, centre, session, day: toDay(day) } : null;
}
