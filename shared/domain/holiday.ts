import { addDays, toDay, weekdayOf, type Day } from '../base/instant.ts';

/** A holiday on the same date every year, such as Jamhuri on `12-12`. */
export interface FixedHoliday {
  readonly id: string;
  readonly monthDay: string;
}

/** A holiday so many days after Easter Sunday; Good Friday is -2. */
export interface EasterHoliday {
  readonly id: string;
  readonly daysAfterEaster: number;
}

/** A day named in the Gazette: the two Idds, whose day the moon gives, and days declared at short notice. */
export interface GazettedHoliday {
  readonly id: string;
  readonly day: Day;
}

/** The public holidays as rules and dated days (DOMAIN §10). The Gazette adds days at a day's notice, so this is data. */
export interface HolidayRules {
  readonly fixed: readonly FixedHoliday[];
  readonly easter: readonly EasterHoliday[];
  readonly gazetted: readonly GazettedHoliday[];
}

export interface PublicHoliday {
  readonly id: string;
  readonly day: Day;
  /** The Sunday it was moved from (Public Holidays Act, Cap. 110 s.4); null where it stands on its own day. */
  readonly movedFrom: Day | null;
}

/** Easter Sunday of the Gregorian calendar, by the anonymous (Meeus/Jones/Butcher) computation. */
export function easterSunday(year: number): Day {
  const moonCycle = year % 19;
  const century = Math.trunc(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.trunc((century - Math.trunc((century + 8) / 25) + 1) / 3);
  const epact = (19 * moonCycle + century - Math.trunc(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.trunc(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.trunc((moonCycle + 11 * epact + 22 * toSunday) / 451);
  const daysAfterMarchStart = epact + toSunday - 7 * lateMoon + 114 - 93;
  return addDays(firstOfMarch(year), daysAfterMarchStart);
}

/**
 * The public holidays of one year, in order. A holiday on a Sunday moves to the first following day that is not already one; a
 * Saturday holiday does not move. A gazetted day stands where the Gazette put it.
 */
export function publicHolidays(rules: HolidayRules, year: number): readonly PublicHoliday[] {
  const easter = easterSunday(year);
  const dated = [
    ...rules.fixed.map(({ id, monthDay }) => ({ id, day: toDay(`${yearText(year)}-${monthDay}`) })),
    ...rules.easter.map(({ id, daysAfterEaster }) => ({ id, day: addDays(easter, daysAfterEaster) })),
  ];
  const gazetted = rules.gazetted.filter(({ day }) => day.startsWith(yearText(year)));
  const taken = new Set([...dated, ...gazetted].map(({ day }) => day));
  const moved = dated.map(({ id, day }): PublicHoliday => {
    if (weekdayOf(day) !== 'sunday') return { id, day, movedFrom: null };
    const observed = firstFreeDayAfter(day, taken);
    taken.add(observed);
    return { id, day: observed, movedFrom: day };
  });
  return [...moved, ...gazetted.map(({ id, day }) => ({ id, day, movedFrom: null }))].toSorted((one, other) =>
    one.day < other.day ? -1 : 1,
  );
}

function firstFreeDayAfter(day: Day, taken: ReadonlySet<Day>): Day {
  const next = addDays(day, 1);
  return taken.has(next) ? firstFreeDayAfter(next, taken) : next;
}

function firstOfMarch(year: number): Day {
  return toDay(`${yearText(year)}-03-01`);
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}
