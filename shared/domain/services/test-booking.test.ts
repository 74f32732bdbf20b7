import { describe, expect, it } from 'vitest';
import { completeBooking } from '#tests/support/booking-body.ts';
import classesFile from '../../../resources/reference/driving-classes.json' with { type: 'json' };
import rulesFile from '../../../resources/reference/driving-rules.json' with { type: 'json' };
import { toDay, toInstant } from '../../base/instant.ts';
import type { Driver } from '../driver.ts';
import type { DrivingReference } from '../driving-class.ts';
import type { KnownFacts } from '../party-fields.ts';
import { isApprovedAtOnce, isStillHeld, mayCancel, rulesOf } from './services.ts';
import { bookedTest, placeOf, testBookingRules } from './test-booking.ts';

const driving = { classes: classesFile.classes, rules: rulesFile.rules } as unknown as DrivingReference;
const known: KnownFacts = { today: toDay('2026-11-23'), driving, openApplication: null };
const place = { centre: 'NRB', day: toDay('2026-12-03'), session: 's1', class: 'A2' };
const driver: Driver = {
  idKind: 'national-id',
  idNumber: '34567812',
  name: 'Njoki Wambui',
  phone: '0712345612',
  kraPin: 'A004567812K',
  dateOfBirth: toDay('1999-04-30'),
  provisional: {
    number: 'PDL-2026-000007',
    class: 'A2',
    issuedOn: toDay('2026-09-01'),
    validUntil: toDay('2028-09-01'),
    school: 'Mazoezi',
  },
  licences: [],
  tests: [],
  source: { from: 'registry', asOf: toInstant('2026-11-23T05:00:00.000Z') },
};
const failed = {
  bookingNumber: 'S-1',
  class: 'A2',
  day: toDay('2026-11-20'),
  centre: 'NRB',
  outcome: 'failed',
  failedStages: ['road'],
} as const;
const body = completeBooking(driver, place);
const codes = (facts: Partial<typeof body>, of: Partial<KnownFacts> = {}) =>
  testBookingRules.problems({ ...body, ...facts }, { ...known, ...of }).map(({ field, code }) => `${field} ${code}`);

describe('the booking of a driving test', () => {
  it('is whole with a candidate of the register, a class, a centre, a day and a session', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ class: '', centre: '', day: '', session: '' })).toEqual([
      'class missing',
      'centre missing',
      'day missing',
      'session missing',
    ]);
  });

  it('asks for the record of the very person whose ID was typed', () => {
    expect(codes({ driver: null })).toEqual(['parties.driver.idNumber driver.no-record']);
    const other = { ...driver, idNumber: '30000007' };
    expect(codes({ driver: other })).toEqual(['parties.driver.idNumber driver.differs']);
  });

  it('names the field in which another day or another class would help', () => {
    expect(codes({ driver: { ...driver, tests: [{ ...failed, resitFrom: toDay('2026-12-11') }] } })).toEqual(['day driver.resit-wait']);
    expect(codes({ class: 'D3' })).toEqual(['class driver.other-class', 'day driver.too-young']);
    expect(codes({ day: '2028-09-02' })).toEqual(['day driver.provisional-ended']);
  });

  it('is stopped where its session has no seat at this PC now, and not where nobody looked', () => {
    expect((['final', 'asked', 'wait-list', 'closed'] as const).map((session) => codes({}, { session }))).toEqual([
      [],
      ['session seat.asked'],
      ['session seat.wait-list'],
      ['session seat.closed'],
    ]);
    expect(codes({ session: '' }, { session: 'closed' })).toEqual(['session missing']);
  });

  it('asks about a day that a guide calls too early, and is not stopped by it', () => {
    const provisional = { ...driver.provisional, issuedOn: toDay('2026-11-23') } as Driver['provisional'];
    const young = { ...body, driver: { ...driver, provisional } };
    expect(testBookingRules.warnings(young, known)).toEqual([
      { step: 'place', field: 'day', code: 'driver.early', facts: { from: '2026-12-23', days: 20 } },
    ]);
    expect(testBookingRules.problems(young, known)).toEqual([]);
    expect([body, { ...young, day: '2026-12-23' }, { ...young, day: '' }].flatMap((one) => testBookingRules.warnings(one, known))).toEqual(
      [],
    );
  });

  it('is stopped by another one of the same person', () => {
    const openApplication = { reference: 'S-NRB01-1A-000001', state: 'approved', since: '2026-11-22T05:00:00.000Z' };
    expect(codes({}, { openApplication })).toEqual(['parties.driver.idNumber driver.open-application']);
  });

  it('is approved by its sending, holds its candidate to the day of the test, and may be cancelled until then', () => {
    expect([isApprovedAtOnce('test-booking'), isApprovedAtOnce('provisional-licence'), isApprovedAtOnce('transfer')]).toEqual([
      true,
      false,
      false,
    ]);
    const approved = { state: 'approved', body } as const;
    const on = (day: string) => [isStillHeld(body, toDay(day)), mayCancel(approved, toDay(day))];
    expect([on('2026-12-03'), on('2026-12-04')]).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(mayCancel({ state: 'approved', body: rulesOf('transfer').emptyBody() }, known.today)).toBe(false);
  });

  it('is told to the centre with the seat, the attempt and the record’s name', () => {
    expect(bookedTest(body, driver)).toBeNull();
    const sent = { ...body, seat: { leaseId: '019a0000-0000-7000-8000-000000000001', seat: 4 } };
    const record = { ...driver, name: 'Njoki W. Kamau', tests: [{ ...failed, resitFrom: null }] };
    expect(bookedTest(sent, record)).toMatchObject({ ...place, seat: 4, attempt: 2, driver: { name: 'Njoki W. Kamau' } });
    expect(placeOf({ ...body, day: '2026-13-01' })).toBeNull();
  });
});
