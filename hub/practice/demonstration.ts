import { toDay } from '#shared/base/instant.ts';
import type { VehicleMark, VehicleOwner } from '#shared/domain/vehicle.ts';
import type { Person } from '../register/person-store.ts';
import { motorcycles, threeWheelers, tractors, trailers, type Model } from './models.ts';
import { ownerOf, personOf } from './people.ts';
import { vehicleOf, type PracticeVehicle } from './vehicles.ts';

/** A vehicle that trainees and tests know by heart; `docs/practice-office.md` lists them. */
export interface DemonstrationVehicle {
  readonly shows: string;
  readonly vehicle: PracticeVehicle;
}

function person(name: string, idNumber: number, box: string): Person {
  return personOf({ name, idNumber, postalAddress: `P.O. Box ${box}` });
}

/** People that trainees and tests know by heart: the first two own, the others buy. */
export const demonstrationPeople = {
  achieng: person('Achieng Grace Ouma', 90_000_001, '1204-40100, Kisumu'),
  mutua: person('Mutua Stephen Kilonzo', 90_000_002, '88-90100, Machakos'),
  kamau: person('Kamau Peter Gitau', 90_000_003, '4521-00100, Nairobi'),
  chebet: person('Chebet Ruth Rotich', 90_000_004, '310-30100, Eldoret'),
  halima: person('Halima Noor Abdullahi', 90_000_005, '77-70100, Garissa'),
} as const satisfies Record<string, Person>;

const { achieng, mutua, halima } = demonstrationPeople;

interface Facts {
  readonly plate: string;
  readonly model: Model | undefined;
  readonly plateClass: PracticeVehicle['plateClass'];
  readonly year: number;
  readonly owners?: readonly VehicleOwner[];
  readonly mark?: VehicleMark;
}

/** Serials of the demonstration vehicles begin above those of the rest. */
const firstSerial = 900_001;

const company: VehicleOwner = {
  name: 'Nyota Haulage Limited',
  idKind: 'organisation',
  idNumber: 'PVT-PRACTICE1',
  kraPin: 'P099000001A',
  phone: '+254190000001',
};

function saloon(ratingCc: number): Model {
  return {
    make: 'TOYOTA',
    model: 'COROLLA',
    body: 'Saloon',
    kind: 'car',
    ratingCc,
    wheels: 4,
    fuel: 'petrol',
    chassis: { frame: 'NZE121' },
    engine: 'TO',
  };
}

function mark(kind: VehicleMark['kind'], since: string, by: string): VehicleMark {
  return { kind, since: toDay(since), by };
}

/** Both sides of every edge of the fee table (DOMAIN §1.2, table A), in its order. */
const bandEdges = [1000, 1001, 1200, 1201, 1500, 1501, 1700, 1701, 2000, 2001, 2500, 2501, 3000, 3001] as const;

const edgeCars = bandEdges.map(
  (ratingCc, index) =>
    [
      `${ratingCc} cc: an edge of the fee table`,
      { plate: `KDT${101 + index}A`, model: saloon(ratingCc), plateClass: 'private', year: 2024, owners: [ownerOf(mutua)] },
    ] as const satisfies readonly [string, Facts],
);

const list: readonly (readonly [shows: string, facts: Facts])[] = [
  ['The first sale of a trainee', { plate: 'KMFP324B', model: motorcycles[0], plateClass: 'motorcycle', year: 2021 }],
  ['A second sale; the double sale', { plate: 'KMFU845G', model: motorcycles[3], plateClass: 'motorcycle', year: 2021 }],
  ['A sale that is returned and mended', { plate: 'KMFS201V', model: motorcycles[6], plateClass: 'motorcycle', year: 2021 }],
  ...edgeCars,
  ['A trailer of four wheels: has a fee', { plate: 'ZC1234', model: trailers[2], plateClass: 'trailer', year: 2018 }],
  ['A trailer of two wheels: no fee row, so the counter stops', { plate: 'ZC1235', model: trailers[3], plateClass: 'trailer', year: 2018 }],
  [
    'Charged to a lender: cannot be sold',
    {
      plate: 'KDM301C',
      model: saloon(1496),
      plateClass: 'private',
      year: 2023,
      mark: mark('charge', '2024-02-12', 'Mlima Savings and Credit'),
    },
  ],
  [
    'Under a caveat: cannot be sold',
    {
      plate: 'KDM302C',
      model: saloon(1496),
      plateClass: 'private',
      year: 2023,
      mark: mark('caveat', '2025-06-03', 'High Court, practice registry'),
    },
  ],
  [
    'Reported stolen: cannot be sold',
    {
      plate: 'KDM303C',
      model: saloon(1496),
      plateClass: 'private',
      year: 2023,
      mark: mark('stolen', '2026-01-19', 'Practice police station'),
    },
  ],
  ['Two owners', { plate: 'KDK236T', model: saloon(1496), plateClass: 'private', year: 2022, owners: [ownerOf(achieng), ownerOf(mutua)] }],
  [
    'Owned by a company',
    {
      plate: 'KCW314F',
      model: {
        ...saloon(5193),
        make: 'ISUZU',
        model: 'NQR',
        body: 'Lorry',
        kind: 'commercial',
        wheels: 6,
        fuel: 'diesel',
        chassis: { wmi: 'ADM' },
      },
      plateClass: 'private',
      year: 2019,
      owners: [company],
    },
  ],
  ['A three-wheeler: its fee goes by its engine', { plate: 'KTWB417K', model: threeWheelers[0], plateClass: 'three-wheeler', year: 2020 }],
  [
    'A tractor: no row in the default fee table, so the counter stops',
    { plate: 'KTCB052H', model: tractors[0], plateClass: 'tractor', year: 2019 },
  ],
  ['A chosen name as its mark', { plate: 'SIMBA7', model: saloon(1794), plateClass: 'customised', year: 2025, owners: [ownerOf(halima)] }],
  ['A mark from before 1989', { plate: 'KQZ017', model: saloon(1290), plateClass: 'legacy', year: 1986, owners: [ownerOf(halima)] }],
];

export const demonstrationVehicles: readonly DemonstrationVehicle[] = list.map(
  ([shows, { model, mark: one, owners, ...facts }], index) => ({
    shows,
    vehicle: {
      ...vehicleOf({
        ...facts,
        model: model ?? saloon(1496),
        owners: owners ?? [ownerOf(achieng)],
        serial: firstSerial + index,
        colour: 'BLUE',
        marks: one ? [one] : [],
      }),
      // None ever had an e-sticker, so its one-off fee shows.
      eStickerIssued: false,
      previousOwners: 1,
    },
  }),
);
