import type { PlateClass } from '#shared/domain/plate.ts';
import type { Random } from './random.ts';

/** A mark of a class and a year in which that series was given out; the years are rough (DOMAIN §2.1 dates only a few series). */
export interface Mark {
  readonly plate: string;
  readonly year: number;
}

type Letters = readonly [string, ...string[]];
type Series = readonly [letter: string, from: number, to: number];
/** I and O are not used. */
const letters: Letters = ['A', ...'BCDEFGHJKLMNPQRSTUVWXYZ'.split('')];
/** KAF and KDF are the armed forces'. */
const thirdLetters: Letters = ['A', ...'BCDEGHJKLMNPQRSTUVWXYZ'.split('')];

/** Second letter of private marks, third of motorcycle marks, with the years of the series. */
const privateSeries: readonly [Series, ...Series[]] = [
  ['A', 1990, 2004],
  ['B', 2005, 2013],
  ['C', 2014, 2020],
  ['D', 2021, 2026],
];
const beforeMotorcycleSeries: Series = ['A', 1998, 2008];
const motorcycleSeries: readonly [Series, ...Series[]] = [
  ['C', 2009, 2013],
  ['D', 2014, 2017],
  ['E', 2018, 2019],
  ['F', 2020, 2022],
  ['G', 2023, 2026],
];

export function makeMark(random: Random, plateClass: PlateClass, isMotorcycle: boolean): Mark {
  const year = () => random.int(2010, 2026);
  const letter = () => random.pick(letters);
  const tail = () => `${digits(random, 3)}${letter()}`;
  switch (plateClass) {
    case 'private':
    case 'parastatal': {
      const [series, from, to] = isMotorcycle ? beforeMotorcycleSeries : random.pick(privateSeries);
      return { plate: `K${series}${random.pick(thirdLetters)}${tail()}`, year: random.int(from, to) };
    }
    case 'motorcycle': {
      const [series, from, to] = random.pick(motorcycleSeries);
      return { plate: `KM${series}${letter()}${tail()}`, year: random.int(from, to) };
    }
    case 'legacy':
      return { plate: `K${random.pick(['N', 'P', 'Q', 'R', 'S', 'T'])}${letter()}${digits(random, 3)}`, year: random.int(1972, 1988) };
    case 'three-wheeler':
      return { plate: `KTW${letter()}${tail()}`, year: random.int(2012, 2026) };
    case 'tractor':
      return { plate: `KTC${letter()}${tail()}`, year: random.int(2012, 2026) };
    case 'heavy-machinery':
      return { plate: `KHM${letter()}${tail()}`, year: random.int(2012, 2026) };
    case 'trailer':
      return { plate: `Z${letter()}${digits(random, 4)}`, year: random.int(1995, 2026) };
    default:
      return { plate: bodyMark(random, plateClass), year: year() };
  }
}

type BodyClass = Exclude<
  PlateClass,
  'private' | 'parastatal' | 'motorcycle' | 'legacy' | 'three-wheeler' | 'tractor' | 'heavy-machinery' | 'trailer'
>;

/** Marks of bodies and offices, and chosen names. */
function bodyMark(random: Random, plateClass: BodyClass): string {
  const three = () => digits(random, 3);
  const letter = () => random.pick(letters);
  switch (plateClass) {
    case 'national-government':
      return `GK${random.pick(['A', 'B', ''])}${three()}${letter()}`;
    case 'county-government':
      return `${String(random.int(1, 47)).padStart(2, '0')}CG${three()}${letter()}`;
    case 'governor':
      return `GVN${three()}A`;
    case 'diplomatic':
      return `${random.int(60, 99)}CD${random.int(1, 40)}K`;
    case 'international-organisation':
      return `${random.int(60, 99)}UN${random.int(1, 40)}K`;
    case 'dealer':
      return `KD${three()}${letter()}`;
    case 'garage':
      return `KG${three()}${letter()}`;
    case 'freight-station':
      return `KC${three()}${letter()}`;
    case 'tow-truck':
      return `KT${three()}${letter()}`;
    case 'military':
      return `KAF${three()}`;
    case 'state-officer':
      return `${random.pick(['CJ', 'SNA', 'SSN'])}${random.int(10, 400)}`;
    case 'customised':
      return `${random.pick(['TWIGA', 'NDOVU', 'CHUI', 'KIFARU', 'SWARA', 'NYATI'])}${random.int(1, 99)}`;
  }
}

function digits(random: Random, count: number): string {
  return String(random.int(1, 10 ** count - 1)).padStart(count, '0');
}
