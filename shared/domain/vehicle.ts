import type { Day, Instant } from '../base/instant.ts';
import type { PlateClass } from './plate.ts';
import type { VehicleKind } from './vehicle-class.ts';

/** Where a fact came from and when: the register's answer, or the paper that lay on the counter. */
export interface FactSource {
  readonly from: 'registry' | 'paper';
  readonly asOf: Instant;
}

/** What stops a sale: shown with its reason and the day it was entered, also with the line down. */
export interface VehicleMark {
  readonly kind: 'charge' | 'caveat' | 'stolen';
  readonly since: Day;
  readonly by: string;
}

export interface VehicleOwner {
  readonly name: string;
  readonly idKind: string;
  readonly idNumber: string;
  readonly kraPin: string;
  readonly phone: string;
}

export const fuels = ['petrol', 'diesel', 'electric', 'hybrid', 'gas', 'none'] as const;
export type Fuel = (typeof fuels)[number];

/** One vehicle of the register, or as read from its logbook (fields: DOMAIN §3.1). `ratingCc` is null where the class has no engine. */
export interface Vehicle {
  readonly plate: string;
  readonly plateClass: PlateClass;
  readonly chassis: string;
  readonly engineNumber: string;
  readonly make: string;
  readonly model: string;
  readonly body: string;
  readonly kind: VehicleKind;
  readonly ratingCc: number | null;
  readonly wheels: number | null;
  readonly colour: string;
  readonly fuel: Fuel;
  readonly yearOfManufacture: number;
  readonly registeredOn: Day | null;
  /** First owner first; a second line is a joint owner or a financier. */
  readonly owners: readonly VehicleOwner[];
  readonly previousOwners: number;
  readonly marks: readonly VehicleMark[];
  readonly logbookNumber: string | null;
  readonly eStickerIssued: boolean;
  readonly source: FactSource;
}
