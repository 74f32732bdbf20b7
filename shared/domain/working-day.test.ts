import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidaysFile from '#resources/reference/holidays.json' with { type: 'json' };
import { addDays, toDay, weekdayOf, type Day } from '../base/instant.ts';
import { easterSunday, publicHolidays, type HolidayRules } from './holiday.ts';
import { dueDay, isWorkingDay, legalDeadline, transferClocks, workingDaysBetween } from './working-day.ts';

const calendar = holidaysFile as unknown as HolidayRules;
const anyDay = fc.integer({ min: 0, max: 365 * 12 }).map((offset) => addDays(toDay('2022-01-01'), offset));

function holidaysOf(year: number) {
  return Object.fromEntries(publicHolidays(calendar, year).map((holiday) => [holiday.id, holiday.day]));
}

describe('public holidays', () => {
  it('are those of 2026', () => {
    expect(holidaysOf(2026)).toEqual({
      'new-year': '2026-01-01',
      'good-friday': '2026-04-03',
      'easter-monday': '2026-04-06',
      labour: '2026-05-01',
      madaraka: '2026-06-01',
      mazingira: '2026-10-10',
      mashujaa: '2026-10-20',
      jamhuri: '2026-12-12',
      christmas: '2026-12-25',
      boxing: '2026-12-26',
    });
  });

  it('on a Sunday move to Monday, as three do in 2027, and on a Saturday stay', () => {
    expect(holidaysOf(2027)).toMatchObject({
      'good-friday': '2027-03-26',
      'easter-monday': '2027-03-29',
      labour: '2027-05-01',
      mazingira: '2027-10-11',
      jamhuri: '2027-12-13',
      christmas: '2027-12-25',
      boxing: '2027-12-27',
    });
  });

  it('on a Sunday step over a day that is already one, as Christmas of 2022 did to the Tuesday', () => {
    expect(publicHolidays(calendar, 2022).find((holiday) => holiday.id === 'christmas')).toEqual({
      id: 'christmas',
      day: '2022-12-27',
      movedFrom: '2022-12-25',
    });
  });

  it('named in the Gazette stand where the notice put them', () => {
    for (const day of ['2023-06-28', '2024-04-10', '2024-06-17', '2025-03-31', '2025-06-06']) {
      expect(isWorkingDay(toDay(day), calendar)).toBe(false);
    }
    expect(isWorkingDay(toDay('2024-04-11'), calendar)).toBe(true);
  });

  it.each([
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it('Easter is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
        const easter = easterSunday(year);
        expect(weekdayOf(easter)).toBe('sunday');
        expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
      }),
    );
  });

  it('never share a day through the Sunday rule, in any year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), (year) => {
        const moved = publicHolidays(calendar, year).filter((holiday) => holiday.movedFrom !== null);
        for (const { day } of moved) {
          expect(weekdayOf(day)).not.toBe('sunday');
          expect(publicHolidays(calendar, year).filter((holiday) => holiday.day === day)).toHaveLength(1);
        }
      }),
    );
  });
});

describe('days a service is due', () => {
  it.each([
    ['2026-11-19', 3, '2026-11-24', 'three from a Thursday is Tuesday'],
    ['2026-11-20', 1, '2026-11-23', 'one from a Friday is Monday'],
    ['2026-11-21', 1, '2026-11-23', 'one from a Saturday is Monday'],
    ['2026-12-24', 3, '2026-12-30', 'Christmas on a Friday is not counted, Boxing Day on a Saturday does not move'],
    ['2027-12-23', 3, '2027-12-29', 'Boxing Day moved to Monday is not counted'],
    ['2026-04-02', 1, '2026-04-07', 'the Easter holidays are not counted'],
    ['2024-04-09', 1, '2024-04-11', 'a gazetted Idd is not counted'],
  ])('from %s, %i working days are due on %s: %s', (start, workingDays, due) => {
    expect(dueDay(toDay(start), workingDays, calendar)).toBe(due);
  });

  it('is a working day strictly after the start, with exactly so many working days up to it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (start, workingDays) => {
        const due = dueDay(start, workingDays, calendar);
        expect(due > start).toBe(true);
        expect(isWorkingDay(due, calendar)).toBe(true);
        expect(workingDaysBetween(start, due, calendar)).toBe(workingDays);
      }),
    );
  });

  it('a later start is never due earlier', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 10 }),
        (start, workingDays) => dueDay(start, workingDays, calendar) <= dueDay(addDays(start, 1), workingDays, calendar),
      ),
    );
  });
});

describe('periods of the law', () => {
  it('up to six days count working days only, longer ones run by the calendar to a working day', () => {
    expect(legalDeadline(toDay('2026-11-19'), 6, calendar)).toBe('2026-11-27');
    expect(legalDeadline(toDay('2026-11-19'), 7, calendar)).toBe('2026-11-26');
    expect(legalDeadline(toDay('2026-11-21'), 7, calendar)).toBe('2026-11-30');
  });

  it('of a sale on 18 December 2026 run to 28 December, past two holidays and a Sunday, and to 4 January, past New Year', () => {
    expect(transferClocks(toDay('2026-12-18'), calendar)).toEqual({
      sellerNoticeBy: '2026-12-28',
      buyerRegistrationBy: '2027-01-04',
    });
  });

  it('end on a working day, never before the days have run', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (event: Day, days) => {
        const deadline = legalDeadline(event, days, calendar);
        expect(isWorkingDay(deadline, calendar)).toBe(true);
        expect(deadline >= addDays(event, days)).toBe(true);
      }),
    );
  });
});
