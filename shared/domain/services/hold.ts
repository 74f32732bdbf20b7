import { normaliseChassis } from '../chassis.ts';
import { normaliseEngineNumber } from '../engine-number.ts';
import { identityKey, isIdentityDocumentKind } from '../identity-document.ts';
import type { Party } from '../party.ts';
import { normalisePlate } from '../plate.ts';
import type { Vehicle } from '../vehicle.ts';

/** Names of the one thing that only one open application in the country may be about; a vehicle has two, and either one stops another. */
export type HoldKeys = readonly [key: string, second?: string | undefined];

export function vehicleHold({ plate, chassis }: Pick<Vehicle, 'plate' | 'chassis'>): HoldKeys {
  return [`plate:${normalisePlate(plate)}`, `chassis:${normaliseChassis(chassis)}`];
}

/** A dealer's batch, by its number; its motorcycles are held one by one. */
export function batchHold(number: string): HoldKeys {
  return [`batch:${number}`];
}

/** One motorcycle that is new to the register: its metal is asked for by one unit of one batch, and by no other application. */
export function unitHold({ chassis, engineNumber }: Pick<Vehicle, 'chassis' | 'engineNumber'>): HoldKeys {
  return [`engine:${normaliseEngineNumber(engineNumber)}`, `chassis:${normaliseChassis(chassis)}`];
}

/** What is asked for a driver, such as a provisional licence; null before they are named. */
export function driverHold(what: string, { idKind, idNumber }: Pick<Party, 'idKind' | 'idNumber'>): HoldKeys | null {
  return idNumber.trim() === '' || !isIdentityDocumentKind(idKind) ? null : [`${what}:${identityKey(idKind, idNumber)}`];
}
