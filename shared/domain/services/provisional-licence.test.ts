import { describe, expect, it } from 'vitest';
import classesFile from '#resources/reference/driving-classes.json' with { type: 'json' };
import rulesFile from '#resources/reference/driving-rules.json' with { type: 'json' };
import { completeLearner, type LearnerFacts } from '#tests/support/learner-body.ts';
import { toDay, toInstant } from '../../base/instant.ts';
import { drivingRulesOn, type DrivingReference } from '../driving-class.ts';
import type { Driver } from '../driver.ts';
import { provisionalLicenceRules as rules } from './provisional-licence.ts';

const driving = { classes: classesFile.classes, rules: rulesFile.rules } as unknown as DrivingReference;
const known = { today: toDay('2026-11-23'), driving, openApplication: null };
const at = toInstant('2026-11-23T09:00:00.000Z');

const record: Driver = {
  idKind: 'national-id',
  idNumber: '34567812',
  name: 'Njoki Wambui',
  phone: '0712345612',
  kraPin: 'A004567812K',
  dateOfBirth: toDay('2001-04-30'),
  provisional: null,
  licences: [],
  tests: [],
  source: { from: 'registry', asOf: at },
};

const problems = (facts: LearnerFacts) => rules.problems(completeLearner(facts), known).map(({ field, code }) => `${field} ${code}`);

describe('a provisional licence', () => {
  it('has nothing against it when all of it is typed', () => {
    expect(problems({})).toEqual([]);
  });

  it('names what is missing, in counter order', () => {
    const empty = rules.problems(rules.emptyBody(), known).map(({ field }) => field);
    expect(empty).toEqual([
      'parties.driver.idNumber',
      'parties.driver.name',
      'parties.driver.kraPin',
      'parties.driver.phone',
      'dateOfBirth',
      'class',
      'school',
    ]);
  });

  it.each([
    ['31.12.2001', 'birth.malformed'],
    ['2001-02-30', 'birth.malformed'],
    ['1901-01-01', 'birth.unlikely'],
    ['2027-01-01', 'birth.unlikely'],
  ])('is not taken from somebody born on %s: %s', (dateOfBirth, code) => {
    expect(problems({ dateOfBirth })).toContain(`dateOfBirth ${code}`);
  });

  it('asks for the age of the class on this day', () => {
    expect(problems({ dateOfBirth: '2008-11-24' })).toEqual(['class driver.too-young']);
    expect(problems({ dateOfBirth: '2008-11-23' })).toEqual([]);
    expect(problems({ dateOfBirth: '2010-11-23', class: 'AM' })).toEqual([]);
  });

  it('is of one class at a time', () => {
    const provisional = {
      number: 'PDL-2026-000007',
      class: 'A1',
      issuedOn: toDay('2026-01-05'),
      validUntil: toDay('2028-01-05'),
      school: 'Mazoezi Driving School',
    };
    expect(problems({ driver: { ...record, provisional } })).toEqual(['class driver.learns-already']);
    const ended = { ...provisional, validUntil: toDay('2026-11-22') };
    expect(problems({ driver: { ...record, provisional: ended } })).toEqual([]);
  });

  it('does not stand on the record of another number', () => {
    expect(problems({ driver: record, idNumber: '34567813' })).toEqual(['parties.driver.idNumber driver.differs']);
  });

  it('says whom it is about by their document, however the number was typed', () => {
    expect(rules.holdKeys(completeLearner({ idNumber: '034567812' }))).toEqual(rules.holdKeys(completeLearner()));
    expect(rules.holdKeys(rules.emptyBody())).toBeNull();
  });

  it('makes a record of who had none, and keeps the record of who had one', () => {
    if (rules.about !== 'driver') throw new Error('It is about a driver');
    const inForce = drivingRulesOn(driving.rules, known.today);
    const fresh = rules.approval?.(completeLearner(), { driver: null, at, rules: inForce });
    expect(fresh).toEqual({ driver: record, provisional: { class: 'B2', school: 'Mazoezi Driving School' } });
    const licences = [{ class: 'A1', since: toDay('2020-01-01'), until: null }];
    const again = rules.approval?.(completeLearner({ driver: record }), { driver: { ...record, licences, phone: '' }, at, rules: inForce });
    expect([again?.driver.licences, again?.driver.phone]).toEqual([licences, '0712345612']);
  });
});
