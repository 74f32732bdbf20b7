import { describe, expect, it } from 'vitest';
import { readReference } from '#core/reference.ts';
import { toDay } from '../base/instant.ts';
import { referenceOn, type ReferenceUpdate } from './reference-update.ts';

const shipped = readReference('resources');
const today = toDay('2026-11-23');

function rulesFrom(day: string, resitWaitDays: number): ReferenceUpdate {
  const rules = shipped.drivingRules.rules.map((set) => ({ ...set, resitWaitDays }));
  return { table: 'driving-rules', effectiveFrom: toDay(day), body: { ...shipped.drivingRules, rules } };
}

function waitOn(updates: readonly ReferenceUpdate[], day = today): number | undefined {
  return referenceOn(shipped, updates, day).reference.drivingRules.rules[0]?.resitWaitDays;
}

describe('a table from the hub', () => {
  it('is used from its day on and not before', () => {
    const updates = [rulesFrom('2026-12-01', 7)];
    expect([waitOn(updates, toDay('2026-11-30')), waitOn(updates, toDay('2026-12-01'))]).toEqual([21, 7]);
  });

  it('gives way to one of a later day, in whatever order they came', () => {
    const updates = [rulesFrom('2026-11-20', 14), rulesFrom('2026-11-01', 7)];
    expect([waitOn(updates), waitOn(updates.toReversed())]).toEqual([14, 14]);
    expect(referenceOn(shipped, updates, today).used).toEqual([updates[0]]);
  });

  it('that contradicts the others is left out and named; the table of before goes on', () => {
    const noClasses: ReferenceUpdate = {
      table: 'driving-classes',
      effectiveFrom: toDay('2026-11-01'),
      body: { ...shipped.drivingClasses, classes: shipped.drivingClasses.classes.slice(0, 2) },
    };
    const { reference, used, faulty } = referenceOn(shipped, [noClasses], today);
    expect([reference.drivingClasses, used, faulty]).toEqual([shipped.drivingClasses, [], [noClasses]]);
  });

  it('leaves every other table as it ships', () => {
    const { drivingRules: _rules, ...others } = referenceOn(shipped, [rulesFrom('2026-11-01', 7)], today).reference;
    const { drivingRules: _shippedRules, ...shippedOthers } = shipped;
    expect(others).toEqual(shippedOthers);
  });
});
