import { toDay, toInstant } from '#shared/base/instant.ts';
import type { Vehicle, VehicleOwner } from '#shared/domain/vehicle.ts';

/** How many vehicles the made-up register holds (PERFORMANCE.md, search). */
export const vehicleCount = 1_000_000;
/** Fewer people than vehicles: some own several. */
const personCount = 800_000;
const companyCount = 50;
const companyShare = 0.03;

/** The vehicle of one number below `vehicleCount`: invented by the formats of DOMAIN §2, always the same. */
export function madeVehicle(number: number): Vehicle {
  const chance = openChance(number);
  // A step that shares no factor with the count walks every mark once, in no order a file could profit from.
  const { plate, isMotorcycle } = markOf((number * 387_420_489) % vehicleCount);
  return {
    plate,
    plateClass: isMotorcycle ? 'motorcycle' : 'private',
    chassis: chassisOf(number, chance),
    engineNumber: `${letters(chance, 3)}${digits(chance, 7)}`,
    make: isMotorcycle ? 'Boxer' : 'Toyota',
    model: isMotorcycle ? 'BM 150' : 'Fielder',
    body: isMotorcycle ? 'Motorcycle' : 'Station wagon',
    kind: isMotorcycle ? 'motorcycle' : 'car',
    ratingCc: isMotorcycle ? 150 : 1500,
    wheels: isMotorcycle ? 2 : 4,
    colour: 'White',
    fuel: 'petrol',
    yearOfManufacture: 2000 + Math.floor(chance() * 26),
    registeredOn: toDay('2019-05-06'),
    owners: [ownerOf(chance)],
    previousOwners: Math.floor(chance() * 4),
    marks: [],
    logbookNumber: `EL-2026-${String(number).padStart(7, '0')}`,
    eStickerIssued: true,
    source: { from: 'registry', asOf: toInstant('2026-11-20T06:00:00.000Z') },
  };
}

/** Names as common as they are in life: a few in every thirtieth record, most in a handful. Most common first. */
export const givenNames = madeNames(300, 1);
export const familyNames = madeNames(2_000, 2);

function markOf(position: number): { plate: string; isMotorcycle: boolean } {
  const isMotorcycle = position % 5 < 2;
  const place = Math.floor(position / 5) * 3 + (position % 5);
  const last = letterAt(place % 24);
  const figures = String(Math.floor(place / 24) % 1000).padStart(3, '0');
  const series = Math.floor(place / 24_000);
  const start = isMotorcycle ? 'KM' : 'K';
  return { plate: `${start}${letterAt(2 + Math.floor(series / 24))}${letterAt(series % 24)}${figures}${last}`, isMotorcycle };
}

/** Half are VINs, half frame numbers of used imports. */
function chassisOf(number: number, chance: Chance): string {
  const serial = String(number).padStart(7, '0');
  return chance() < 0.5 ? `MD2A7${letters(chance, 3)}${digits(chance, 2)}${serial}` : `NZE1${digits(chance, 2)}-${serial}`;
}

function ownerOf(chance: Chance): VehicleOwner {
  const isCompany = chance() < companyShare;
  const number = Math.floor(chance() * (isCompany ? companyCount : personCount));
  const own = openChance(number + (isCompany ? 2_000_000_000 : 1_000_000_000));
  const owner = { idNumber: String(20_000_000 + number), phone: `+2547${String(10_000_000 + number)}` };
  const pin = `${String(number).padStart(9, '0')}${letters(own, 1)}`;
  if (isCompany) return { ...owner, name: `${familyName(own)} ${familyName(own)} Motors Limited`, idKind: 'company', kraPin: `P${pin}` };
  return { ...owner, name: `${givenName(own)} ${familyName(own)} ${familyName(own)}`, idKind: 'national-id', kraPin: `A${pin}` };
}

type Chance = () => number;

/** Even numbers from 0 to 1, the same for the same seed (mulberry32). */
export function openChance(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Marks use neither I nor O. */
function letterAt(index: number): string {
  return 'ABCDEFGHJKLMNPQRSTUVWXYZ'[index] ?? 'A';
}

function letters(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => letterAt(Math.floor(chance() * 24))).join('');
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => Math.floor(chance() * 10)).join('');
}

function madeNames(count: number, seed: number): readonly string[] {
  const chance = openChance(seed);
  const syllables = 'wa ki mu nja ka ro che be o ti e no mo si ku ngu gi ni ma la jo re lo tu ya ndu mba sha fi da'.split(' ');
  const syllable = () => syllables[Math.floor(chance() * syllables.length)] ?? '';
  const names = new Set<string>();
  while (names.size < count) {
    const name = Array.from({ length: 2 + Math.floor(chance() * 3) }, syllable).join('');
    names.add(name.slice(0, 1).toUpperCase() + name.slice(1));
  }
  return [...names];
}

const givenShares = sharesByRank(givenNames.length, 5);
const familyShares = sharesByRank(familyNames.length, 10);

function givenName(chance: Chance): string {
  return givenNames[placeOf(givenShares, chance())] ?? '';
}

function familyName(chance: Chance): string {
  return familyNames[placeOf(familyShares, chance())] ?? '';
}

/** Zipf and Mandelbrot: the share of a name falls with its rank, here summed up so that chance can be looked up in it. */
function sharesByRank(count: number, offset: number): readonly number[] {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + 1 + offset));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => (sum += weight / total));
}

function placeOf(shares: readonly number[], chance: number): number {
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] ?? 1) < chance) low = middle + 1;
    else high = middle;
  }
  return low;
}
