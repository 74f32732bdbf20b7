import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faults, runSchedule, type Bug, type Deed, type Outcome, type Schedule } from '#tests/sync/model-world.ts';
import { trials } from '#tests/support/tier.ts';

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write'), unreadable: rarely(), refused: rarely(), waits: rarely() }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'crash' } as const) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut'), forMs: fc.integer({ min: 1, max: 90_000 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'try-now' } as const) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('set-clock'), byMs: fc.integer({ min: -400_000_000, max: 400_000_000 }) }) },
);

const schedule: fc.Arbitrary<Schedule> = fc.record({
  faults: fc.array(fc.constantFrom(...faults), { maxLength: 40 }),
  deeds: fc.array(fc.record({ afterMs: fc.integer({ min: 0, max: 30_000 }), deed }), { maxLength: 20 }),
  latenciesMs: fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 8 }),
  randoms: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 8 }),
});

function rarely(): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 9 }).map((number) => number === 7);
}

/** What must be true once the line has been good for a while; each is a sentence of DESIGN §4. */
function faultsOf({ hub, journal, answered, setAside, appliedChanges }: Outcome): string[] {
  return [
    ...journal.filter(({ seq }) => !answered.has(seq) && !setAside.has(seq)).map(({ seq }) => `${seq} is still in the queue`),
    ...journal.filter(({ entryId }) => !hub.answers.has(entryId)).map(({ seq }) => `${seq} never reached the hub`),
    ...journal
      .filter(({ seq, entryId }) => answered.has(seq) && !isSame(answered.get(seq), hub.answers.get(entryId)))
      .map(({ seq }) => `${seq} left the queue with an answer that the hub never gave`),
    ...journal.filter(({ seq, unreadable }) => setAside.has(seq) && !unreadable).map(({ seq }) => `${seq} was set aside though readable`),
    ...[...hub.applied].filter(([, times]) => times !== 1).map(([entryId, times]) => `${entryId} was applied ${times} times`),
    ...(appliedChanges.join() === allUpTo(hub.changes).join() ? [] : [`changes ${appliedChanges.join()} instead of 1 to ${hub.changes}`]),
  ];
}

function isSame(here: { outcome: string } | undefined, there: { outcome: string } | undefined): boolean {
  return here?.outcome === there?.outcome || (here?.outcome === 'duplicate' && there?.outcome === 'applied');
}

function allUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function isRight(bug: Bug) {
  return (one: Schedule) => {
    expect(faultsOf(runSchedule(one, bug))).toEqual([]);
  };
}

describe('whatever the line, the hub, the disk, the power and the clock do', () => {
  it('nothing is lost, nothing is done twice, and the queue empties once the line is good', () => {
    fc.assert(fc.property(schedule, isRight('none')), { numRuns: trials(2_000, 100_000) });
  });

  it.each(['error-is-success', 'half-is-whole', 'cursor-before-page', 'forgetful-hub', 'empties-after-refusal'] as const)(
    'these schedules find the planted bug %s',
    (bug) => {
      expect(() => fc.assert(fc.property(schedule, isRight(bug)), { numRuns: 2_000, endOnFailure: true })).toThrow('Property failed');
    },
  );
});
