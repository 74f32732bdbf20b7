import type { Instant } from '../../base/instant.ts';
import type { Driver } from '../driver.ts';
import type { DrivingRules } from '../driving-class.ts';
import type { ReplacementCause, Surrender } from '../logbook.ts';
import type { Party } from '../party.ts';
import type { Vehicle } from '../vehicle.ts';
import type { OwnershipType } from './ownership.ts';

/** What an approval finds: the vehicle as the register has it, or as it was sent where the register has none; what was paid for; when. */
export interface ApprovalFacts {
  readonly vehicle: Vehicle;
  readonly feeCodes: readonly string[];
  readonly at: Instant;
}

/** What of a party the register of people keeps. */
export type RegisteredPerson = Pick<Party, 'idKind' | 'idNumber' | 'name' | 'kraPin' | 'phone' | 'postalAddress'>;

/** What a new eLogbook says beside its vehicle; its number and day are the register's own. */
export interface NewLogbook {
  readonly ownership: OwnershipType;
  /** The first owner's; empty where nobody told it. */
  readonly postalAddress: string;
  readonly cause: ReplacementCause;
  readonly surrender: Surrender;
}

/** What an approval makes of the register. */
export interface Approval {
  readonly vehicle: Vehicle;
  readonly people: readonly RegisteredPerson[];
  /** Null where the service leaves the logbook as it is. */
  readonly logbook: NewLogbook | null;
}

/** What an approval finds: the record, or null where the register has none yet; when, and the rules of driving in force then. */
export interface DriverApprovalFacts {
  readonly driver: Driver | null;
  readonly at: Instant;
  readonly rules: DrivingRules;
}

/** Leave to learn a class; its number and days are the register's own. */
export interface NewProvisional {
  readonly class: string;
  readonly school: string;
}

/** What an approval makes of a driver's record; null is what it leaves as it is. */
export interface DriverApproval {
  readonly driver: Driver;
  readonly provisional: NewProvisional | null;
}
