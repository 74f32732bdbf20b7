import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trials } from '#tests/support/tier.ts';
import { saySeed } from '../seed.ts';
import { plantedBugs, type Bug, type PlantedBug } from './bugs.ts';
import { brokenLaws } from './laws.ts';
import { onceBroken } from './once-broken.ts';
import { anySchedule, mostSteps, type Schedule } from './schedule.ts';
import { runSchedule } from './world.ts';

const schedules = trials(6_000, 1_000_000);
const mostForBug = 5_000;
const seed = saySeed(import.meta.filename);

function obeysLaws(bug: Bug) {
  return (schedule: Schedule) => {
    const broken = brokenLaws(runSchedule(schedule, bug));
    if (broken.length > 0) throw new Error(broken.join('\n'));
  };
}

describe(`whatever ${schedules} schedules of at most ${mostSteps} steps do to three to five offices and a hub`, () => {
  it('nothing is lost, nothing is done twice, and all come to the same state', { timeout: 0 }, () => {
    fc.assert(fc.property(anySchedule, obeysLaws('none')), {
      numRuns: schedules,
      seed,
      examples: onceBroken.map((schedule) => [schedule] as [Schedule]),
    });
  });
});

describe('these schedules find a planted bug', () => {
  it.each(Object.entries(plantedBugs) as [PlantedBug, string][])('%s: %s', (bug) => {
    const found = fc.check(fc.property(anySchedule, obeysLaws(bug)), { numRuns: mostForBug, seed, endOnFailure: true });
    expect(found.failed).toBe(true);
    console.info(`${bug} was found by schedule ${found.numRuns}`);
  });
});
