import { toDay, type Day } from '#shared/base/instant.ts';
import type { Vehicle, VehicleMark, VehicleOwner } from '#shared/domain/vehicle.ts';
import type { Person } from '../register/person-store.ts';
import { makeMark, type Mark } from './marks.ts';
import { shares, type Model, type Share } from './models.ts';
import { ownerOf } from './people.ts';
import type { Random } from './random.ts';

/** A vehicle of the practice register; where its facts come from is added when it is stored. */
export type PracticeVehicle = Omit<Vehicle, 'source'>;

export interface VehicleParts {
  readonly plate: string;
  readonly model: Model;
  readonly plateClass: Vehicle['plateClass'];
  readonly year: number;
  readonly owners: readonly VehicleOwner[];
  /** Unique in the register: chassis, engine and logbook numbers follow from it. */
  readonly serial: number;
  readonly colour: string;
  readonly marks?: readonly VehicleMark[] | undefined;
}

const colours = ['BLACK', 'WHITE', 'SILVER', 'BLUE', 'RED', 'GREY', 'GREEN', 'MAROON', 'PEARL'] as const;
const lenders = ['Mlima Savings and Credit', 'Ziwa Microfinance', 'Boda Asset Finance', 'Pwani Commercial Bank'] as const;

/** The register without the demonstration vehicles; `taken` are the marks of those. */
export function makeVehicles(
  random: Random,
  people: readonly [Person, ...Person[]],
  taken: ReadonlySet<string>,
): readonly PracticeVehicle[] {
  const used = new Set(taken);
  let serial = 0;
  return shares.flatMap((share) =>
    Array.from({ length: share.count }, () => {
      const model = random.pick(share.models);
      const mark = freeMark(random, share, model, used);
      serial += 1;
      return vehicleOf({
        ...mark,
        model,
        serial,
        plateClass: share.plateClass,
        owners: makeOwners(random, share, people),
        colour: random.pick(colours),
        marks: makeMarks(random),
      });
    }),
  );
}

export function vehicleOf({ plate, model, plateClass, year, owners, serial, colour, marks = [] }: VehicleParts): PracticeVehicle {
  const { chassis: _series, engine, ...facts } = model;
  return {
    ...facts,
    plate,
    plateClass,
    chassis: chassisOf(model, serial),
    engineNumber: engine === '' ? '' : `${engine}${String(100_000 + serial)}`,
    colour,
    yearOfManufacture: 'frame' in model.chassis && model.kind === 'car' ? year - 7 : year - 1,
    registeredOn: dayIn(year, serial),
    owners,
    previousOwners: serial % 4,
    marks,
    // Before 10 June 2026 logbooks were paper (DOMAIN 0.1).
    logbookNumber: `${year >= 2026 ? 'EL-2026-9' : 'K'}${String(1_000_000 + serial)}`,
    eStickerIssued: serial % 3 === 0,
  };
}

function freeMark(random: Random, { plateClass }: Share, { kind }: Model, used: Set<string>): Mark {
  for (;;) {
    const mark = makeMark(random, plateClass, kind === 'motorcycle');
    if (used.has(mark.plate)) continue;
    used.add(mark.plate);
    return mark;
  }
}

/** Nobody mistakes these for I, O or Q, which a VIN has not (DOMAIN §2.3). */
const vinLetters = 'ABCDEFGHJKLMNPRSTUVWXYZ';

function chassisOf({ chassis }: Model, serial: number): string {
  if ('frame' in chassis) return `${chassis.frame}-${String(7_000_000 + serial)}`;
  const letter = (step: number) => vinLetters[(serial * step) % vinLetters.length] ?? 'A';
  return `${chassis.wmi}A${letter(5)}${letter(7)}${letter(11)}Z${serial % 10}${letter(3)}P${String(serial).padStart(6, '0')}`;
}

function makeOwners(random: Random, { owner }: Share, people: readonly [Person, ...Person[]]): readonly VehicleOwner[] {
  if (owner !== undefined)
    return [{ name: owner, idKind: 'organisation', idNumber: `ORG-${owner.length}`, kraPin: 'P099000000Z', phone: '+254190000000' }];
  const first = random.pick(people);
  const second = random.pick(people);
  return random.percent(3) && second !== first ? [ownerOf(first), ownerOf(second)] : [ownerOf(first)];
}

/** Three in a hundred may not be sold: charged, under a caveat, or stolen. */
function makeMarks(random: Random): readonly VehicleMark[] {
  if (!random.percent(3)) return [];
  const since = dayIn(random.int(2022, 2025), random.int(1, 365));
  switch (random.int(1, 4)) {
    case 1:
      return [{ kind: 'caveat', since, by: 'High Court, practice registry' }];
    case 2:
      return [{ kind: 'stolen', since, by: 'Practice police station' }];
    default:
      return [{ kind: 'charge', since, by: random.pick(lenders) }];
  }
}

function dayIn(year: number, spread: number): Day {
  const month = String(1 + (spread % 5)).padStart(2, '0');
  return toDay(`${year}-${month}-${String(1 + (spread % 28)).padStart(2, '0')}`);
}
