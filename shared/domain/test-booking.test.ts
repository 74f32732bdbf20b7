import { describe, expect, it } from 'vitest';
import { toDay, toInstant } from '../base/instant.ts';
import type { Driver } from './driver.ts';
import type { DrivingRules } from './driving-class.ts';
import { attemptOf, bookingFaults, bookingWarnings, type WantedTest } from './test-booking.ts';

const rules: DrivingRules = {
  id: 'r',
  effectiveFrom: toDay('2020-01-01'),
  minimumAge: 18,
  provisionalMonths: 24,
  maturityDays: 30,
  isMaturityBinding: false,
  resitWaitDays: 21,
  resitWithinMonths: 6,
  rescheduleFeeCents: 0,
  cancelRefundCents: 0,
  certificateMonths: 3,
  interimMonths: 12,
  stages: [],
  sources: [],
};
const names = { en: '', sw: '' };
const classes = [
  { id: 'B', names, minimumAge: null, prerequisite: null, curriculumName: '', source: '', confidence: 'M' as const },
  { id: 'A1', names, minimumAge: 16, prerequisite: null, curriculumName: '', source: '', confidence: 'M' as const },
];
const provisional = { number: 'PDL-1', class: 'B', issuedOn: toDay('2026-10-01'), validUntil: toDay('2028-10-01'), school: '' };
const candidate: Driver = {
  idKind: 'national-id',
  idNumber: '31245678',
  name: 'Amina Mwangi',
  phone: '',
  kraPin: '',
  dateOfBirth: toDay('2000-02-29'),
  provisional,
  licences: [],
  tests: [],
  source: { from: 'registry', asOf: toInstant('2026-11-23T06:00:00.000Z') },
};
const wanted: WantedTest = { class: 'B', day: toDay('2026-12-03'), openBooking: null, classes, rules };
const faults = (driver: Partial<Driver>, test: Partial<WantedTest> = {}) =>
  bookingFaults({ ...candidate, ...driver }, { ...wanted, ...test }).map(({ code }) => code);
const failed = (day: string, resitFrom: string) => ({
  bookingNumber: 'D-1',
  class: 'B',
  day: toDay(day),
  centre: 'NRB',
  outcome: 'failed' as const,
  failedStages: [],
  resitFrom: toDay(resitFrom),
});

describe('a driving test', () => {
  it('may be booked by whoever holds a provisional licence of its class that is good on the day of the test', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ provisional: null })).toEqual(['driver.no-provisional']);
    expect(faults({ provisional: { ...provisional, validUntil: toDay('2026-12-03') } })).toEqual([]);
    expect(faults({ provisional: { ...provisional, validUntil: toDay('2026-12-02') } })).toEqual(['driver.provisional-ended']);
    expect(faults({}, { class: 'A1' })).toEqual(['driver.other-class']);
  });

  it('asks for the age on its day, by the class or by the rules', () => {
    expect(faults({ dateOfBirth: toDay('2008-12-03') })).toEqual([]);
    expect(faults({ dateOfBirth: toDay('2008-12-04') })).toEqual(['driver.too-young']);
    const moped = { provisional: { ...provisional, class: 'A1' }, dateOfBirth: toDay('2010-12-03') };
    expect(faults(moped, { class: 'A1' })).toEqual([]);
    expect(faults({}, { class: 'Z' })).toEqual(['driver.other-class', 'driver.class-unknown']);
  });

  it('after a failed one waits for the day that its result named', () => {
    const tests = [failed('2026-08-01', '2026-08-22'), failed('2026-11-20', '2026-12-11')];
    expect(faults({ tests })).toEqual(['driver.resit-wait']);
    expect(faults({ tests }, { day: toDay('2026-12-10') })).toEqual(['driver.resit-wait']);
    expect(faults({ tests }, { day: toDay('2026-12-11') })).toEqual([]);
    expect(attemptOf(tests, 'B')).toBe(3);
    expect(attemptOf(tests, 'A1')).toBe(1);
  });

  it('is asked about before the provisional licence is mature, and refused where the rules bind', () => {
    const young = { ...candidate, provisional: { ...provisional, issuedOn: toDay('2026-11-04') } };
    const binding = { ...wanted, rules: { ...rules, isMaturityBinding: true } };
    expect([bookingFaults(young, wanted), bookingWarnings(young, wanted)]).toEqual([
      [],
      [{ code: 'driver.not-mature', facts: { from: '2026-12-04', days: 1 } }],
    ]);
    expect([bookingFaults(young, binding).map(({ code }) => code), bookingWarnings(young, binding)]).toEqual([['driver.not-mature'], []]);
    expect(bookingWarnings({ ...young, tests: [failed('2026-11-20', '2026-11-21')] }, wanted)).toEqual([]);
  });

  it('is refused while another booking of the candidate is open, by its reference', () => {
    expect(bookingFaults(candidate, { ...wanted, openBooking: { reference: 'D-NYR01-1A-000004' } })).toEqual([
      { code: 'driver.open-booking', facts: { reference: 'D-NYR01-1A-000004' } },
    ]);
  });
});
