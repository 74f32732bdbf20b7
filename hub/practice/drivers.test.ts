import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toDay } from '#shared/base/instant.ts';
import { ageOn, driverKey, provisionalOn } from '#shared/domain/driver.ts';
import { drivingRulesOn } from '#shared/domain/driving-class.ts';
import type { DrivingRulesFile } from '#shared/domain/reference.ts';
import { changeBodies } from '#shared/protocol/messages.ts';
import { makePracticeDrivers } from './drivers.ts';

const today = toDay('2026-11-23');
const file = JSON.parse(readFileSync('resources/reference/driving-rules.json', 'utf8')) as DrivingRulesFile;
const drivers = makePracticeDrivers({ today, rules: drivingRulesOn(file.rules, today) });

describe('the drivers of the practice register', () => {
  it('are 200, each once, in the form of the protocol, and the same every time', () => {
    expect(new Set(drivers.map(driverKey)).size).toBe(200);
    const source = { from: 'registry', asOf: '2026-11-23T06:00:00.000Z' };
    expect(drivers.filter((driver) => !changeBodies.driver.safeParse({ ...driver, source }).success)).toEqual([]);
    expect(makePracticeDrivers({ today, rules: drivingRulesOn(file.rules, today) })).toEqual(drivers);
  });

  it('stand at every stage: learning, ended, failed and waiting, licensed, learning one more class, too young', () => {
    const count = (is: (driver: (typeof drivers)[number]) => boolean) => drivers.filter(is).length;
    const counts = [
      count((driver) => provisionalOn(driver, today) !== null && driver.tests.length === 0),
      count((driver) => driver.provisional !== null && provisionalOn(driver, today) === null),
      count(({ tests }) => tests.some(({ resitFrom }) => resitFrom !== null && resitFrom > today)),
      count(({ tests }) => tests.some(({ resitFrom }) => resitFrom !== null && resitFrom <= today)),
      count(({ licences }) => licences.length > 0),
      count(({ licences, provisional }) => licences.length > 0 && provisional !== null),
      count(({ dateOfBirth }) => ageOn(dateOfBirth, today) === 17),
    ];
    expect(counts.filter((one) => one < 5)).toEqual([]);
  });
});
