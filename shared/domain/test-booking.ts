import { addDays, daysBetween, type Day } from '../base/instant.ts';
import type { DrivingClass, DrivingRules } from './driving-class.ts';
import { ageOn, provisionalOn, type Driver, type TakenTest } from './driver.ts';
import type { RefusalFacts } from './refusal.ts';

export const bookingStates = ['booked', 'cancelled'] as const;
export type BookingState = (typeof bookingStates)[number];

/** What stands against a test of this candidate on that day. */
export interface BookingFault {
  readonly code:
    | 'driver.class-unknown'
    | 'driver.no-provisional'
    | 'driver.provisional-ended'
    | 'driver.other-class'
    | 'driver.too-young'
    | 'driver.not-mature'
    | 'driver.resit-wait'
    | 'driver.open-booking';
  readonly facts: RefusalFacts;
}

/** The test that is wanted, and what a fault of it is judged by. */
export interface WantedTest {
  readonly class: string;
  readonly day: Day;
  /** Another booking of this candidate that is still open; null where this PC knows of none. */
  readonly openBooking: { readonly reference: string } | null;
  readonly classes: readonly DrivingClass[];
  /** In force on the day of the test. */
  readonly rules: DrivingRules;
}

/**
 * Everything that stops a test, by the candidate's facts as they are known here (DOMAIN §6.2). The wait before a first test stands here
 * only where the rules make it binding, because no law names it.
 */
export function bookingFaults(driver: Driver, wanted: WantedTest): readonly BookingFault[] {
  return [
    ...provisionalFaults(driver, wanted),
    ...ageFaults(driver, wanted),
    ...(wanted.rules.isMaturityBinding ? maturityFaults(driver, wanted) : []),
    ...resitFaults(driver, wanted),
    ...(wanted.openBooking ? [{ code: 'driver.open-booking', facts: wanted.openBooking } as const] : []),
  ];
}

/** What to ask about and not to stop. */
export function bookingWarnings(driver: Driver, wanted: WantedTest): readonly BookingFault[] {
  return wanted.rules.isMaturityBinding ? [] : maturityFaults(driver, wanted);
}

function provisionalFaults(driver: Driver, wanted: WantedTest): readonly BookingFault[] {
  const { provisional } = driver;
  if (!provisional) return [{ code: 'driver.no-provisional', facts: {} }];
  const { validUntil, number } = provisional;
  if (!provisionalOn(driver, wanted.day)) return [{ code: 'driver.provisional-ended', facts: { number, validUntil } }];
  if (provisional.class === wanted.class) return [];
  return [{ code: 'driver.other-class', facts: { number, class: provisional.class, wanted: wanted.class } }];
}

function ageFaults({ dateOfBirth }: Driver, { class: wanted, day, classes, rules }: WantedTest): readonly BookingFault[] {
  const of = classes.find(({ id }) => id === wanted);
  if (!of) return [{ code: 'driver.class-unknown', facts: { class: wanted } }];
  const needed = of.minimumAge ?? rules.minimumAge;
  const age = ageOn(dateOfBirth, day);
  return age < needed ? [{ code: 'driver.too-young', facts: { class: wanted, age, needed } }] : [];
}

/** A candidate who has tried before has waited before. */
function maturityFaults({ provisional, tests }: Driver, { class: wanted, day, rules }: WantedTest): readonly BookingFault[] {
  if (!provisional || tests.some((test) => test.class === wanted)) return [];
  const from = addDays(provisional.issuedOn, rules.maturityDays);
  return day < from ? [{ code: 'driver.not-mature', facts: { from, days: daysBetween(day, from) } }] : [];
}

function resitFaults({ tests }: Driver, { class: wanted, day }: WantedTest): readonly BookingFault[] {
  const last = lastTest(tests, wanted);
  if (!last || last.resitFrom === null || day >= last.resitFrom) return [];
  return [{ code: 'driver.resit-wait', facts: { from: last.resitFrom, failedOn: last.day } }];
}

/** The newest test of this class. */
function lastTest(tests: readonly TakenTest[], wanted: string): TakenTest | undefined {
  return tests.filter((test) => test.class === wanted).toSorted((one, other) => (one.day < other.day ? 1 : -1))[0];
}

/** How often the class is tried with the next test. */
export function attemptOf(tests: readonly TakenTest[], wanted: string): number {
  return tests.filter((test) => test.class === wanted).length + 1;
}
