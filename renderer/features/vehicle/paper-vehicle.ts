import type { Instant } from '#shared/base/instant.ts';
import { checkPlate, plateReadings, type PlateClass } from '#shared/domain/plate.ts';
import type { VehicleKind } from '#shared/domain/vehicle-class.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';

/** A year not read yet; the rules refuse it, so it cannot be sent. */
export const yearNotTyped = 2100;

const kindByClass: Partial<Readonly<Record<PlateClass, VehicleKind>>> = {
  motorcycle: 'motorcycle',
  'three-wheeler': 'three-wheeler',
  tractor: 'tractor',
  'heavy-machinery': 'heavy-machinery',
  trailer: 'trailer',
};

/** The kind that a class of marks stands for; a private mark may be on anything and is taken for a car until said otherwise. */
export function kindOfClass(plateClass: PlateClass): VehicleKind {
  return kindByClass[plateClass] ?? 'car';
}

/** An empty logbook to fill in, begun with the number that was looked for. */
export function vehicleFromPaper(text: string, now: Instant): Vehicle {
  const isPlate = checkPlate(text).ok;
  const plateClass = (isPlate ? plateReadings(text)[0] : undefined) ?? 'private';
  return {
    plate: isPlate ? text : '',
    plateClass,
    chassis: isPlate ? '' : text,
    engineNumber: '',
    make: '',
    model: '',
    body: '',
    kind: kindOfClass(plateClass),
    ratingCc: null,
    wheels: null,
    colour: '',
    fuel: 'petrol',
    yearOfManufacture: yearNotTyped,
    registeredOn: null,
    owners: [],
    previousOwners: 0,
    marks: [],
    logbookNumber: null,
    eStickerIssued: false,
    source: { from: 'paper', asOf: now },
  };
}
