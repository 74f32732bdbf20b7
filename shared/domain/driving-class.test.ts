import { describe, expect, it } from 'vitest';
import classesFile from '#resources/reference/driving-classes.json' with { type: 'json' };
import rulesFile from '#resources/reference/driving-rules.json' with { type: 'json' };
import { toDay } from '../base/instant.ts';
import { drivingRulesOn, mayLearn, type DrivingClass, type DrivingRules, type Learner } from './driving-class.ts';

const classes: readonly DrivingClass[] = classesFile.classes as readonly DrivingClass[];
const rules = drivingRulesOn(rulesFile.rules as unknown as readonly DrivingRules[], toDay('2026-11-22'));
const day = toDay('2026-11-22');

function asked(wanted: string, learner: Partial<Learner>): string {
  const decision = mayLearn({ dateOfBirth: toDay('1990-01-01'), licences: [], ...learner }, { class: wanted, day }, { classes, rules });
  return decision.ok ? decision.value.id : decision.problem.code;
}

describe('who may begin to learn a class', () => {
  it.each([
    ['AM', '2010-11-23', 'driver.too-young'],
    ['AM', '2010-11-22', 'AM'],
    ['B2', '2008-11-23', 'driver.too-young'],
    ['B2', '2008-11-22', 'B2'],
    // No source gives an age for G, so the age for any provisional licence counts.
    ['G', '2008-11-23', 'driver.too-young'],
    ['G', '2008-11-22', 'G'],
  ])('class %s for somebody born on %s: %s', (wanted, born, answer) => {
    expect(asked(wanted, { dateOfBirth: toDay(born) })).toBe(answer);
  });

  it('asks for the years in another class, and counts whole ones', () => {
    const with2 = (since: string) => ({ licences: [{ class: 'B2', since: toDay(since), until: null }] });
    expect(asked('C1', {})).toBe('driver.prerequisite');
    expect(asked('C1', with2('2024-11-23'))).toBe('driver.prerequisite');
    expect(asked('C1', with2('2024-11-22'))).toBe('C1');
  });

  it('does not count a class that has ended', () => {
    const ended = { licences: [{ class: 'B2', since: toDay('2010-01-01'), until: toDay('2026-11-21') }] };
    expect(asked('C1', ended)).toBe('driver.prerequisite');
  });

  it('is nobody who holds it already, and there is no class that the data do not name', () => {
    expect(asked('B2', { licences: [{ class: 'B2', since: toDay('2020-01-01'), until: null }] })).toBe('driver.holds-class');
    expect(asked('Z9', {})).toBe('driver.class-unknown');
  });
});

describe('the rules of a day', () => {
  const set = (id: string, effectiveFrom: string): DrivingRules => ({ ...rules, id, effectiveFrom: toDay(effectiveFrom) });
  const sets = [set('new', '2027-01-01'), set('old', '2020-03-20')];

  it('are the latest that have begun, in whatever order they stand', () => {
    expect(drivingRulesOn(sets, toDay('2026-12-31')).id).toBe('old');
    expect(drivingRulesOn(sets, toDay('2027-01-01')).id).toBe('new');
  });
});
