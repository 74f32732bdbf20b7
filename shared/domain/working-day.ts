import { addDays, weekdayOf, type Day } from '../base/instant.ts';
import { publicHolidays, type HolidayRules } from './holiday.ts';

/** Periods of so many days or fewer leave excluded days out of the count (Interpretation and General Provisions Act, Cap. 2 s.57(d)). */
const longestPeriodInWorkingDays = 6;

/** Days in which the seller must tell the Registrar of a transfer (Traffic Act, Cap. 403 s.9; DOMAIN §4.2). */
const sellerNoticeDays = 7;
/** Days after which the vehicle may not be used unless the new owner is registered (Traffic Act, Cap. 403 s.9; DOMAIN §4.2). */
const buyerRegistrationDays = 14;

/** Monday to Friday without public holidays: Saturdays are official non-working days of NTSA (DOMAIN §10, M). */
export function isWorkingDay(day: Day, calendar: HolidayRules): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 'saturday' || weekday === 'sunday') return false;
  return !holidaysOfYear(calendar, day.slice(0, 4)).has(day);
}

/** The day a promise of one or more working days falls due; the start itself is not counted, so 3 from a Thursday is Tuesday. */
export function dueDay(start: Day, workingDays: number, calendar: HolidayRules): Day {
  const next = nextWorkingDay(addDays(start, 1), calendar);
  return workingDays <= 1 ? next : dueDay(next, workingDays - 1, calendar);
}

/** Working days after `from`, up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: HolidayRules): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

/**
 * The last day of a period the law counts from an event, by Cap. 2 s.57 (DOMAIN §10): the day of the event is excluded; up to six
 * days, only working days count; a longer period runs by the calendar and, where it ends on an excluded day, to the next working day.
 */
export function legalDeadline(event: Day, days: number, calendar: HolidayRules): Day {
  return days <= longestPeriodInWorkingDays ? dueDay(event, days, calendar) : nextWorkingDay(addDays(event, days), calendar);
}

/** The two legal clocks of a sale (Traffic Act, Cap. 403 s.9; DOMAIN §4.2). */
export interface TransferClocks {
  readonly sellerNoticeBy: Day;
  readonly buyerRegistrationBy: Day;
}

export function transferClocks(saleDay: Day, calendar: HolidayRules): TransferClocks {
  return {
    sellerNoticeBy: legalDeadline(saleDay, sellerNoticeDays, calendar),
    buyerRegistrationBy: legalDeadline(saleDay, buyerRegistrationDays, calendar),
  };
}

/** Work lists ask for thousands of days of the same few years, and rules never change once read; a year is computed once per rules object. */
const yearsByRules = new WeakMap<HolidayRules, Map<string, ReadonlySet<Day>>>();

function holidaysOfYear(calendar: HolidayRules, year: string): ReadonlySet<Day> {
  const years = yearsByRules.get(calendar) ?? new Map<string, ReadonlySet<Day>>();
  yearsByRules.set(calendar, years);
  const days = years.get(year) ?? new Set(publicHolidays(calendar, Number(year)).map((holiday) => holiday.day));
  years.set(year, days);
  return days;
}

function nextWorkingDay(day: Day, calendar: HolidayRules): Day {
  return isWorkingDay(day, calendar) ? day : nextWorkingDay(addDays(day, 1), calendar);
}
