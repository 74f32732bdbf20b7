import type { PlateClass } from '#shared/domain/plate.ts';
import type { Fuel } from '#shared/domain/vehicle.ts';
import type { VehicleKind } from '#shared/domain/vehicle-class.ts';

/** How a maker numbers its chassis: a VIN after its maker's code (DOMAIN §2.3), or a Japanese frame number after its model code. */
export type ChassisSeries = { readonly wmi: string } | { readonly frame: string };

export interface Model {
  readonly make: string;
  readonly model: string;
  readonly body: string;
  readonly kind: VehicleKind;
  readonly ratingCc: number | null;
  readonly wheels: number;
  readonly fuel: Fuel;
  readonly chassis: ChassisSeries;
  /** Letters before the number of the engine; empty where there is none. */
  readonly engine: string;
}

type Models = readonly [Model, ...Model[]];

function bike(make: string, model: string, ratingCc: number, wmi: string): Model {
  return {
    make,
    model,
    body: 'Motorcycle',
    kind: 'motorcycle',
    ratingCc,
    wheels: 2,
    fuel: 'petrol',
    chassis: { wmi },
    engine: wmi.slice(0, 2),
  };
}

/** Makes and maker's codes: DOMAIN §2.3. Capacities are the usual ones of these models. */
export const motorcycles: Models = [
  bike('BAJAJ', 'BOXER BM150', 150, 'MD2'),
  bike('BAJAJ', 'BOXER BM100', 100, 'MD2'),
  bike('BAJAJ', 'BOXER BM125', 125, 'MD2'),
  bike('TVS', 'HLX 125', 125, 'MD6'),
  bike('TVS', 'HLX 150', 147, 'MD6'),
  bike('TVS', 'STAR 100', 100, 'MD6'),
  bike('HERO', 'DAWN 125', 125, 'MBL'),
  bike('HERO', 'HUNTER 100', 100, 'MBL'),
  bike('HONDA', 'ACE 110', 110, 'ME4'),
  bike('HONDA', 'ACE CB125', 125, 'LWB'),
  bike('YAMAHA', 'CRUX', 106, 'ME1'),
  bike('YAMAHA', 'YBR 125', 124, 'LYM'),
  bike('SUZUKI', 'GN 125', 124, 'MB8'),
  bike('ROYAL ENFIELD', 'CLASSIC 350', 349, 'ME3'),
  bike('ZONGSHEN', 'ZS150', 149, 'LZS'),
  bike('SHINERAY', 'XY150', 149, 'LXY'),
];

function car(make: string, model: string, ratingCc: number, chassis: ChassisSeries, body = 'Saloon', fuel: Fuel = 'petrol'): Model {
  return { make, model, body, kind: 'car', ratingCc, wheels: 4, fuel, chassis, engine: make.slice(0, 2) };
}

/** One or more in every fee band of the seed's table (DOMAIN §1.2). */
const cars: Models = [
  car('SUZUKI', 'ALTO', 658, { frame: 'HA36S' }, 'Hatchback'),
  car('TOYOTA', 'VITZ', 990, { frame: 'KSP90' }, 'Hatchback'),
  car('TOYOTA', 'PASSO', 996, { frame: 'KGC30' }, 'Hatchback'),
  car('NISSAN', 'NOTE', 1198, { frame: 'E12' }, 'Hatchback'),
  car('NISSAN', 'MARCH', 1198, { frame: 'K13' }, 'Hatchback'),
  car('MAZDA', 'DEMIO', 1298, { frame: 'DE3FS' }, 'Hatchback'),
  car('HONDA', 'FIT', 1317, { frame: 'GE6' }, 'Hatchback'),
  car('VOLKSWAGEN', 'GOLF', 1390, { wmi: 'WVW' }, 'Hatchback'),
  car('TOYOTA', 'PROBOX', 1496, { frame: 'NCP50' }, 'Station wagon'),
  car('TOYOTA', 'AXIO', 1496, { frame: 'NZE141' }),
  car('TOYOTA', 'FIELDER', 1496, { frame: 'NZE161' }, 'Station wagon'),
  car('NISSAN', 'WINGROAD', 1498, { frame: 'Y12' }, 'Station wagon'),
  car('MAZDA', 'AXELA', 1598, { frame: 'BK5P' }),
  car('VOLKSWAGEN', 'PASSAT', 1595, { wmi: 'WVW' }),
  car('TOYOTA', 'PREMIO', 1794, { frame: 'ZRT260' }),
  car('MERCEDES-BENZ', 'C 200', 1796, { wmi: 'WDD' }),
  car('SUBARU', 'FORESTER', 1994, { frame: 'SH5' }, 'Station wagon'),
  car('TOYOTA', 'NOAH', 1986, { frame: 'ZRR70' }, 'Station wagon'),
  car('NISSAN', 'X-TRAIL', 1997, { frame: 'NT31' }, 'Station wagon'),
  car('TOYOTA', 'HARRIER', 2362, { frame: 'ACU30' }, 'Station wagon'),
  car('TOYOTA', 'MARK X', 2499, { frame: 'GRX130' }),
  car('TOYOTA', 'LAND CRUISER PRADO', 2693, { frame: 'TRJ150' }, 'Station wagon'),
  car('LAND ROVER', 'DISCOVERY', 2993, { wmi: 'SAL' }, 'Station wagon', 'diesel'),
  car('TOYOTA', 'LAND CRUISER V8', 4608, { frame: 'URJ202' }, 'Station wagon'),
];

function lorry(make: string, model: string, ratingCc: number, wheels: number, chassis: ChassisSeries, body: string): Model {
  return { make, model, body, kind: 'commercial', ratingCc, wheels, fuel: 'diesel', chassis, engine: make.slice(0, 2) };
}

const commercials: Models = [
  lorry('TOYOTA', 'HIACE', 2494, 4, { frame: 'KDH201' }, 'Van'),
  lorry('TOYOTA', 'HILUX', 2393, 4, { wmi: 'AHT' }, 'Pick-up'),
  lorry('NISSAN', 'NV350', 2488, 4, { frame: 'VW2E26' }, 'Van'),
  lorry('ISUZU', 'NQR', 5193, 6, { wmi: 'ADM' }, 'Lorry'),
  lorry('ISUZU', 'FVR', 7790, 6, { wmi: 'ADM' }, 'Lorry'),
  lorry('MITSUBISHI', 'CANTER', 4214, 6, { frame: 'FE85' }, 'Lorry'),
  lorry('SCANIA', 'P310', 9291, 10, { wmi: 'YS2' }, 'Bus'),
  lorry('MERCEDES-BENZ', 'ACTROS', 11946, 10, { wmi: 'WDB' }, 'Prime mover'),
];

export const threeWheelers: Models = [
  {
    make: 'TVS',
    model: 'KING',
    body: 'Three-wheeler',
    kind: 'three-wheeler',
    ratingCc: 199,
    wheels: 3,
    fuel: 'petrol',
    chassis: { wmi: 'MD6' },
    engine: 'AK',
  },
  {
    make: 'PIAGGIO',
    model: 'APE CITY',
    body: 'Three-wheeler',
    kind: 'three-wheeler',
    ratingCc: 230,
    wheels: 3,
    fuel: 'petrol',
    chassis: { wmi: 'MBX' },
    engine: 'PG',
  },
];

export const tractors: Models = [
  {
    make: 'MASSEY FERGUSON',
    model: 'MF 375',
    body: 'Tractor',
    kind: 'tractor',
    ratingCc: 4070,
    wheels: 4,
    fuel: 'diesel',
    chassis: { frame: 'MF375' },
    engine: 'LF',
  },
  {
    make: 'NEW HOLLAND',
    model: 'TT75',
    body: 'Tractor',
    kind: 'tractor',
    ratingCc: 3908,
    wheels: 4,
    fuel: 'diesel',
    chassis: { frame: 'TT75' },
    engine: 'NH',
  },
];

const machines: Models = [
  {
    make: 'CATERPILLAR',
    model: '320D',
    body: 'Excavator',
    kind: 'heavy-machinery',
    ratingCc: 6400,
    wheels: 0,
    fuel: 'diesel',
    chassis: { frame: 'CAT320D' },
    engine: 'C6',
  },
  {
    make: 'JCB',
    model: '3CX',
    body: 'Backhoe loader',
    kind: 'heavy-machinery',
    ratingCc: 4400,
    wheels: 4,
    fuel: 'diesel',
    chassis: { frame: 'JCB3CX' },
    engine: 'SB',
  },
];

function trailer(make: string, model: string, wheels: number): Model {
  return {
    make,
    model,
    body: 'Trailer',
    kind: 'trailer',
    ratingCc: null,
    wheels,
    fuel: 'none',
    chassis: { frame: make.slice(0, 3) },
    engine: '',
  };
}

export const trailers: Models = [
  trailer('BHACHU', 'LOW LOADER', 12),
  trailer('RANDON', 'FLAT BED', 8),
  trailer('WILLIAMSON', 'DRAWBAR', 4),
  trailer('FARM', 'CART', 2),
];

/** How many of each class the practice register has; with the demonstration vehicles they are 5,000, of which motorcycles are 60 %. */
export interface Share {
  readonly plateClass: PlateClass;
  readonly models: Models;
  readonly count: number;
  /** Who owns them where it is not a person or a company. */
  readonly owner?: string | undefined;
}

export const shares: readonly Share[] = [
  { plateClass: 'motorcycle', models: motorcycles, count: 2_957 },
  // Registered before 2009, when motorcycles bore private marks (DOMAIN §2.1).
  { plateClass: 'private', models: motorcycles, count: 40 },
  { plateClass: 'private', models: cars, count: 1_200 },
  { plateClass: 'private', models: commercials, count: 330 },
  { plateClass: 'three-wheeler', models: threeWheelers, count: 140 },
  { plateClass: 'trailer', models: trailers, count: 80 },
  { plateClass: 'tractor', models: tractors, count: 50 },
  { plateClass: 'heavy-machinery', models: machines, count: 30 },
  { plateClass: 'legacy', models: cars, count: 20 },
  { plateClass: 'customised', models: cars, count: 8 },
  { plateClass: 'national-government', models: cars, count: 25, owner: 'Government of Kenya (practice)' },
  { plateClass: 'county-government', models: commercials, count: 24, owner: 'County Government (practice)' },
  { plateClass: 'governor', models: cars, count: 3, owner: 'County Government (practice)' },
  { plateClass: 'diplomatic', models: cars, count: 15, owner: 'Embassy of Ruritania (practice)' },
  { plateClass: 'international-organisation', models: cars, count: 10, owner: 'International Organisation (practice)' },
  { plateClass: 'parastatal', models: commercials, count: 16, owner: 'Parastatal Corporation (practice)' },
  { plateClass: 'dealer', models: cars, count: 6, owner: 'Motor Dealer (practice)' },
  { plateClass: 'garage', models: cars, count: 4, owner: 'Garage (practice)' },
  { plateClass: 'freight-station', models: commercials, count: 4, owner: 'Freight Station (practice)' },
  { plateClass: 'tow-truck', models: commercials, count: 4, owner: 'Breakdown Services (practice)' },
  { plateClass: 'military', models: commercials, count: 3, owner: 'Defence Forces (practice)' },
  { plateClass: 'state-officer', models: cars, count: 3, owner: 'Government of Kenya (practice)' },
];
