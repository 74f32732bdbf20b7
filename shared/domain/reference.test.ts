import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import accessFee from '#resources/reference/access-fee.json' with { type: 'json' };
import counties from '#resources/reference/counties.json' with { type: 'json' };
import drivingClasses from '#resources/reference/driving-classes.json' with { type: 'json' };
import drivingCourses from '#resources/reference/driving-courses.json' with { type: 'json' };
import drivingRules from '#resources/reference/driving-rules.json' with { type: 'json' };
import feeSchedules from '#resources/reference/fee-schedules.json' with { type: 'json' };
import holidays from '#resources/reference/holidays.json' with { type: 'json' };
import models from '#resources/reference/motorcycle-models.json' with { type: 'json' };
import offices from '#resources/reference/offices.json' with { type: 'json' };
import plateClassesFile from '#resources/reference/plate-classes.json' with { type: 'json' };
import serviceTimes from '#resources/reference/service-times.json' with { type: 'json' };
import testCentres from '#resources/reference/test-centres.json' with { type: 'json' };
import testSessions from '#resources/reference/test-sessions.json' with { type: 'json' };
import { isDay, toDay } from '../base/instant.ts';
import { feeServices, type FeeSchedule } from './fee-schedule.ts';
import { displayPlate } from './plate.ts';
import type { Reference } from './reference.ts';
import { referenceFaults } from './reference-faults.ts';

const shipped = {
  feeSchedules,
  accessFee,
  holidays,
  counties,
  offices,
  plateClasses: plateClassesFile,
  serviceTimes,
  models,
  drivingClasses,
  drivingRules,
  drivingCourses,
  testCentres,
  testSessions,
} as unknown as Reference;

function withSchedules(change: (schedule: FeeSchedule) => FeeSchedule): Reference {
  return { ...shipped, feeSchedules: { ...shipped.feeSchedules, schedules: shipped.feeSchedules.schedules.map(change) } };
}

function codesOf(reference: Reference): readonly string[] {
  return [...new Set(referenceFaults(reference).map((fault) => fault.code))].toSorted();
}

describe('the reference data that ships', () => {
  it('has no fault', () => {
    expect(referenceFaults(shipped)).toEqual([]);
  });

  it('says in every file when it was compiled and from what', () => {
    for (const file of Object.values(shipped)) {
      expect(isDay(file.asOf)).toBe(true);
      expect(file.source).not.toBe('');
    }
  });

  it('says of every fee row and schedule where it was read and how sure that is', () => {
    for (const { source, confidence } of shipped.feeSchedules.schedules.flatMap((schedule) => [schedule, ...schedule.rows])) {
      expect(source).toMatch(/seed 003|DOMAIN/u);
      expect(['H', 'M', 'L']).toContain(confidence);
    }
  });

  it('charges for every service of the list', () => {
    const charged = new Set(shipped.feeSchedules.schedules.flatMap((schedule) => schedule.rows.map((row) => row.service)));
    expect([...charged].toSorted()).toEqual([...feeServices].toSorted());
  });

  it('has the 47 counties, 01 Mombasa to 47 Nairobi', () => {
    expect(shipped.counties.counties.map(({ code }) => code)).toEqual(
      Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0')),
    );
    expect([shipped.counties.counties[0]?.name, shipped.counties.counties[46]?.name]).toEqual(['Mombasa', 'Nairobi']);
  });

  it('shows plate examples as they are written', () => {
    for (const { class: plateClass, examples } of shipped.plateClasses.plateClasses) {
      expect(examples.map((example) => displayPlate(example, plateClass))).toEqual(examples);
    }
  });
});

describe('a fault is found', () => {
  it('where any edge of an engine band is moved', () => {
    const moves = fc.record({ row: fc.integer({ min: 0, max: 7 }), edge: fc.constantFrom('from', 'to'), by: fc.constantFrom(-1, 1) });
    fc.assert(
      fc.property(moves, ({ row, edge, by }) => {
        const moved = withSchedules((schedule) => ({
          ...schedule,
          rows: schedule.rows.map((feeRow, index) => {
            const band = feeRow.vehicle?.band;
            if (schedule.id !== 'seed-2026' || index !== row || !feeRow.vehicle || !band || band[edge] === null) return feeRow;
            return { ...feeRow, vehicle: { ...feeRow.vehicle, band: { ...band, [edge]: band[edge] + by } } };
          }),
        }));
        const lastHasNoEnd = row === 7 && edge === 'to';
        expect(codesOf(moved).join()).toMatch(lastHasNoEnd ? /^$/u : /^band-(?:gap|overlap)$/u);
      }),
    );
  });

  it('where a row is missing, stands twice or is priced in fractions', () => {
    expect(codesOf(withSchedules((schedule) => ({ ...schedule, rows: schedule.rows.toSpliced(2, 1) })))).toContain('band-gap');
    expect(codesOf(withSchedules((schedule) => ({ ...schedule, rows: [...schedule.rows, ...schedule.rows.slice(0, 1)] })))).toEqual([
      'band-overlap',
      'id-twice',
    ]);
    const inFractions = withSchedules((schedule) => ({
      ...schedule,
      rows: schedule.rows.map((row) => ({ ...row, lines: row.lines.map((line) => ({ ...line, amountCents: line.amountCents + 0.5 })) })),
    }));
    expect(codesOf(inFractions)).toEqual(['amount-not-cents']);
  });

  it('where a schedule ends before it begins, is on no day, or includes one that is not there', () => {
    expect(codesOf(withSchedules((schedule) => ({ ...schedule, effectiveTo: toDay('2000-01-01') })))).toContain('period-reversed');
    expect(codesOf(withSchedules((schedule) => ({ ...schedule, effectiveFrom: '2026-02-30' as never })))).toContain('day-malformed');
    expect(codesOf(withSchedules((schedule) => ({ ...schedule, includes: ['gone'] })))).toContain('id-unknown');
  });

  it('where access-fee periods leave a gap, overlap, or their tiers do not climb from zero', () => {
    const { periods } = shipped.accessFee;
    const withPeriods = (changed: typeof periods) => codesOf({ ...shipped, accessFee: { ...shipped.accessFee, periods: changed } });
    expect(withPeriods(periods.toSpliced(1, 1))).toEqual(['period-gap']);
    expect(withPeriods(periods.toReversed())).toContain('period-overlap');
    expect(withPeriods(periods.map((period) => ({ ...period, tiers: period.tiers.toReversed() })))).toEqual(['tiers-disordered']);
    expect(withPeriods(periods.map((period) => ({ ...period, tiers: period.tiers.slice(1) })))).toEqual(['tiers-disordered']);
  });

  it('where an office lies in no county, or a collection point is no office', () => {
    expect(codesOf({ ...shipped, counties: { ...shipped.counties, counties: [] } })).toEqual(['id-unknown']);
    expect(codesOf({ ...shipped, offices: { ...shipped.offices, offices: [] } })).toEqual(['id-unknown']);
  });

  it('where a holiday stands on no day or twice', () => {
    const withFixed = (monthDay: string) =>
      codesOf({ ...shipped, holidays: { ...shipped.holidays, fixed: [...shipped.holidays.fixed, { id: 'new', monthDay }] } });
    expect(withFixed('02-30')).toEqual(['day-malformed']);
    expect(
      codesOf({ ...shipped, holidays: { ...shipped.holidays, gazetted: [...shipped.holidays.gazetted, ...shipped.holidays.gazetted] } }),
    ).toEqual(['id-twice']);
  });

  it('where a plate class is not described or an example is not of its class', () => {
    const [first, ...rest] = shipped.plateClasses.plateClasses;
    const withClasses = (plateClasses: Reference['plateClasses']['plateClasses']) =>
      codesOf({ ...shipped, plateClasses: { ...shipped.plateClasses, plateClasses } });
    expect(withClasses(rest)).toEqual(['class-missing']);
    expect(withClasses(first ? [{ ...first, examples: ['KMFP 324B'] }, ...rest] : [])).toEqual(['example-differs']);
  });

  it('where a service answers in no days', () => {
    const serviceTimesOfZero = shipped.serviceTimes.serviceTimes.map((time) => ({ ...time, workingDays: 0 }));
    expect(codesOf({ ...shipped, serviceTimes: { ...shipped.serviceTimes, serviceTimes: serviceTimesOfZero } })).toEqual([
      'count-not-positive',
    ]);
  });
});
