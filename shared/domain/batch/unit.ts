import type { Instant } from '../../base/instant.ts';
import { dayOf } from '../../base/instant.ts';
import { normaliseChassis } from '../chassis.ts';
import { normaliseEngineNumber } from '../engine-number.ts';
import { checkIdentityNumber } from '../identity-document.ts';
import { normaliseKraPin } from '../kra-pin.ts';
import { checkPhone } from '../phone.ts';
import type { NewLogbook } from '../services/approval.ts';
import { ownershipOf } from '../services/ownership.ts';
import type { Vehicle, VehicleOwner } from '../vehicle.ts';
import type { BatchCells } from './batch-row.ts';
import { cellOf } from './judged-row.ts';
import { isJoint, type RowKnowledge } from './row-rules.ts';

/**
 * What one motorcycle of a batch goes through once it was paid for: a returned one is mended and sent again with no second fee, or
 * withdrawn, with its money asked back.
 */
export const unitStates = ['queued', 'in-review', 'returned', 'registered', 'withdrawn'] as const;
export type UnitState = (typeof unitStates)[number];

/** One motorcycle as it is asked to be registered (DOMAIN §5.2). */
export interface Unit {
  readonly id: string;
  /** Its row in the batch, which is its row in the dealer's file and stays its own through every mending. */
  readonly position: number;
  readonly chassis: string;
  readonly engineNumber: string;
  readonly make: string;
  readonly model: string;
  readonly ratingCc: number;
  readonly yearOfManufacture: number;
  readonly colour: string;
  readonly customsEntry: string;
  readonly invoice: string;
  /** First owner first; a second one is the financier of a joint ownership. */
  readonly owners: readonly VehicleOwner[];
  /** Code of the office where plate and logbook are fetched. */
  readonly collectionOffice: string;
  /** What of the batch's bill is its own. */
  readonly feeCents: number;
}

export interface GoodRow {
  readonly id: string;
  readonly position: number;
  readonly cells: BatchCells;
}

/** A row against which nothing stands, in the register's own writing. */
export function unitOf({ id, position, cells }: GoodRow, { collectionPoints }: RowKnowledge, feeCents: number): Unit {
  const sought = cellOf(cells, 'collectionPoint').toUpperCase();
  const office = collectionPoints.find(({ code, name }) => code === sought || name.toUpperCase() === sought);
  return {
    id,
    position,
    chassis: normaliseChassis(cellOf(cells, 'chassis')),
    engineNumber: normaliseEngineNumber(cellOf(cells, 'engineNumber')),
    make: cellOf(cells, 'make'),
    model: cellOf(cells, 'model'),
    ratingCc: ratingOf(cells),
    yearOfManufacture: Number(cellOf(cells, 'year')),
    colour: cellOf(cells, 'colour'),
    customsEntry: cellOf(cells, 'customsEntry'),
    invoice: cellOf(cells, 'invoice'),
    owners: ownersOf(cells),
    collectionOffice: office?.code ?? '',
    feeCents,
  };
}

/** Cubic centimetres; `150 cc` counts as 150. */
export function ratingOf(cells: BatchCells): number {
  return Number.parseInt(cellOf(cells, 'ratingCc'), 10);
}

function ownersOf(cells: BatchCells): readonly VehicleOwner[] {
  const [name, kraPin] = [cellOf(cells, 'ownerName'), normaliseKraPin(cellOf(cells, 'ownerKraPin'))];
  const phone = checkPhone(cellOf(cells, 'ownerPhone'));
  const first = { name, kraPin, phone: phone.ok ? phone.value : '', ...identityOf(cellOf(cells, 'ownerIdNumber'), kraPin) };
  if (!isJoint(cells)) return [first];
  // The file says who the financier is and nothing else of them.
  return [first, { name: cellOf(cells, 'financier'), idKind: 'organisation', idNumber: '', kraPin: '', phone: '' }];
}

function identityOf(text: string, kraPin: string): Pick<VehicleOwner, 'idKind' | 'idNumber'> {
  if (kraPin.startsWith('P')) return { idKind: 'organisation', idNumber: text };
  const kinds = ['national-id', 'maisha-namba', 'passport'] as const;
  const idKind = kinds.find((kind) => checkIdentityNumber(kind, text).ok) ?? 'national-id';
  return { idKind, idNumber: text.toUpperCase() };
}

/** The motorcycle as the register writes it down, with the mark and the eLogbook that it gives. */
export function vehicleOfUnit(
  unit: Unit,
  given: { readonly plate: string; readonly logbookNumber: string; readonly at: Instant },
): Vehicle {
  const { chassis, engineNumber, make, model, ratingCc, yearOfManufacture, colour, owners } = unit;
  return {
    plate: given.plate,
    plateClass: 'motorcycle',
    chassis,
    engineNumber,
    make,
    model,
    body: 'Motorcycle',
    kind: 'motorcycle',
    ratingCc,
    wheels: 2,
    colour,
    fuel: 'petrol',
    yearOfManufacture,
    registeredOn: dayOf(given.at),
    owners,
    previousOwners: 0,
    marks: [],
    logbookNumber: given.logbookNumber,
    eStickerIssued: false,
    source: { from: 'registry', asOf: given.at },
  };
}

/** A first logbook: no older book is given up for it. */
export function logbookOfUnit({ owners }: Unit): NewLogbook {
  return { ownership: ownershipOf(owners), postalAddress: '', cause: 'first-registration', surrender: 'not-applicable' };
}
