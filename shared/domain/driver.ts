import type { Day } from '../base/instant.ts';
import { identityKey, isIdentityDocumentKind } from './identity-document.ts';
import type { FactSource } from './vehicle.ts';

/** Leave to learn one class, with its number and its end (PDL; DOMAIN §6.2). */
export interface ProvisionalLicence {
  readonly number: string;
  /** Id of a class of `driving-classes.json`. */
  readonly class: string;
  readonly issuedOn: Day;
  readonly validUntil: Day;
  readonly school: string;
}

/** A class that its holder may drive; `until` is null where no end is known. */
export interface HeldClass {
  readonly class: string;
  readonly since: Day;
  readonly until: Day | null;
}

/** One test that was taken, or missed. */
export interface TakenTest {
  readonly bookingNumber: string;
  /** On its certificate or slip; missing where the record came without. */
  readonly resultNumber?: string | undefined;
  readonly class: string;
  readonly day: Day;
  readonly centre: string;
  readonly outcome: 'passed' | 'failed' | 'absent';
  readonly failedStages: readonly string[];
  /** First day on which it may be taken again; null where nothing waits. */
  readonly resitFrom: Day | null;
}

/** One driver or learner of the register, or as read from their papers. Known by kind and number of their identity document. */
export interface Driver {
  readonly idKind: string;
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly kraPin: string;
  readonly dateOfBirth: Day;
  readonly provisional: ProvisionalLicence | null;
  readonly licences: readonly HeldClass[];
  readonly tests: readonly TakenTest[];
  readonly source: FactSource;
}

/** `national-id:23456789`: one person, however their number was typed. */
export function driverKey({ idKind, idNumber }: Pick<Driver, 'idKind' | 'idNumber'>): string {
  return isIdentityDocumentKind(idKind) ? identityKey(idKind, idNumber) : `${idKind}:${idNumber}`;
}

/** A record that was fetched for one number must not stand behind another that was typed since. */
export function isOfAnother(driver: Driver | null, { idKind, idNumber }: Pick<Driver, 'idKind' | 'idNumber'>): boolean {
  if (!driver || !isIdentityDocumentKind(driver.idKind) || !isIdentityDocumentKind(idKind)) return false;
  return driverKey(driver) !== identityKey(idKind, idNumber);
}

/** Whole years lived on a day. Who is born on 29 February is a year older on 1 March of other years. */
export function ageOn(dateOfBirth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return day.slice(5) >= dateOfBirth.slice(5) ? years : years - 1;
}

/** The classes that may be driven on a day. */
export function classesOn(licences: readonly HeldClass[], day: Day): readonly HeldClass[] {
  return licences.filter(({ since, until }) => since <= day && (until === null || day <= until));
}

/** The provisional licence that is good on a day. */
export function provisionalOn({ provisional }: Pick<Driver, 'provisional'>, day: Day): ProvisionalLicence | null {
  return provisional && provisional.issuedOn <= day && day <= provisional.validUntil ? provisional : null;
}
