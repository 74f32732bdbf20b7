import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toDay } from '../base/instant.ts';
import { ageOn, classesOn, provisionalOn } from './driver.ts';

describe('the age of a driver', () => {
  it.each([
    ['2008-11-23', '2026-11-22', 17],
    ['2008-11-23', '2026-11-23', 18],
    ['2008-11-23', '2027-11-22', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
  ])('born on %s is on %s %d years old', (born, day, age) => {
    expect(ageOn(toDay(born), toDay(day))).toBe(age);
  });

  it('never falls from one day to the next', () => {
    const days = fc.integer({ min: 0, max: 36_500 });
    fc.assert(
      fc.property(days, days, (lived, more) => {
        const born = toDay('1950-01-31');
        expect(ageOn(born, addDays(born, lived + more))).toBeGreaterThanOrEqual(ageOn(born, addDays(born, lived)));
      }),
    );
  });
});

describe('what a driver may do on a day', () => {
  const licences = [
    { class: 'B2', since: toDay('2020-05-01'), until: null },
    { class: 'A1', since: toDay('2026-01-10'), until: toDay('2026-04-09') },
  ];

  it.each([
    ['2020-04-30', []],
    ['2020-05-01', ['B2']],
    ['2026-04-09', ['B2', 'A1']],
    ['2026-04-10', ['B2']],
  ])('on %s they hold %j', (day, classes) => {
    expect(classesOn(licences, toDay(day)).map((one) => one.class)).toEqual(classes);
  });

  it('has a provisional licence from its first day to its last', () => {
    const provisional = {
      number: 'PDL-2026-000001',
      class: 'B2',
      issuedOn: toDay('2026-01-10'),
      validUntil: toDay('2028-01-09'),
      school: 'Practice Driving School',
    };
    const good = (day: string) => provisionalOn({ provisional }, toDay(day)) !== null;
    expect(['2026-01-09', '2026-01-10', '2028-01-09', '2028-01-10'].map(good)).toEqual([false, true, true, false]);
    expect(provisionalOn({ provisional: null }, toDay('2026-02-01'))).toBeNull();
  });
});
