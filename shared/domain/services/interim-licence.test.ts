import { describe, expect, it } from 'vitest';
import classesFile from '#resources/reference/driving-classes.json' with { type: 'json' };
import rulesFile from '#resources/reference/driving-rules.json' with { type: 'json' };
import { toDay, toInstant } from '../../base/instant.ts';
import type { Driver, TakenTest } from '../driver.ts';
import { drivingRulesOn, type DrivingReference } from '../driving-class.ts';
import { emptyParty, type KnownFacts } from '../party-fields.ts';
import { withTestResult } from '../test-result.ts';
import { interimLicenceRules } from './interim-licence.ts';

const driving = { classes: classesFile.classes, rules: rulesFile.rules } as unknown as DrivingReference;
const certificateEnds = toDay('2027-02-25');
const passed: TakenTest = {
  bookingNumber: 'S-NRB01-1A-000001',
  resultNumber: 'E-NYR01-1A-000001',
  class: 'A2',
  day: toDay('2026-11-25'),
  centre: 'NYR',
  outcome: 'passed',
  failedStages: [],
  resitFrom: null,
};
const learner: Driver = {
  idKind: 'national-id',
  idNumber: '34567812',
  name: 'Njoki Wambui',
  phone: '0712345612',
  kraPin: 'A004567812K',
  dateOfBirth: toDay('1999-04-30'),
  provisional: null,
  licences: [],
  tests: [],
  source: { from: 'registry', asOf: toInstant('2026-11-25T05:00:00.000Z') },
};
const tested = withTestResult(learner, passed, certificateEnds);
const { idKind, idNumber, name, phone, kraPin } = learner;
const typed = {
  ...interimLicenceRules.emptyBody(),
  class: 'A2',
  parties: { driver: { ...emptyParty, idKind, idNumber, name, phone, kraPin } },
};

function faults(driver: Driver | null, today: string, wanted = 'A2') {
  const known: KnownFacts = { today: toDay(today), driving, openApplication: null };
  return interimLicenceRules.problems({ ...typed, driver, class: wanted }, known).map(({ code, facts }) => [code, facts['until'] ?? null]);
}

describe('an interim licence', () => {
  it('is for the class that was passed, until the last day of its certificate', () => {
    expect(faults(tested, certificateEnds)).toEqual([]);
    expect(faults(tested, '2027-02-26')).toEqual([['driver.certificate-ended', certificateEnds]]);
    expect(faults(tested, certificateEnds, 'B1')).toEqual([['driver.no-certificate', null]]);
    expect(faults(learner, certificateEnds)).toEqual([['driver.no-certificate', null]]);
    expect(faults(null, certificateEnds)).toEqual([['driver.no-record', null]]);
  });

  it('keeps the class from the day of the pass for the months of the rules, is given once, and goes with a corrected pass', () => {
    const at = toInstant('2026-12-01T07:00:00.000Z');
    const rules = drivingRulesOn(driving.rules, toDay('2026-12-01'));
    const given = interimLicenceRules.approval?.({ ...typed, driver: tested }, { driver: tested, at, rules })?.driver;
    if (!given) throw new Error('It was approved');
    expect(given.licences).toEqual([{ class: 'A2', since: passed.day, until: '2027-12-01' }]);
    expect(faults(given, '2026-12-02')).toEqual([['driver.holds-interim', '2027-12-01']]);
    expect(withTestResult(given, { ...passed, outcome: 'failed', failedStages: ['road'] }, null).licences).toEqual([]);
  });
});
