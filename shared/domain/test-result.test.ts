import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toDay } from '../base/instant.ts';
import { judgeMarks, lastDayOfMonths, resitRefusal, type TestStage } from './test-result.ts';

const stages: readonly TestStage[] = [
  { id: 'board', fullMarks: 20, passMarks: 16 },
  { id: 'yard', fullMarks: 30, passMarks: 24 },
  { id: 'road', fullMarks: 50, passMarks: 40 },
];
const given = (...marks: (number | null)[]) => stages.map(({ id }, at) => ({ stage: id, marks: marks[at] ?? null }));

describe('the marks of a test', () => {
  it.each([
    ['all at the pass mark', [16, 24, 40], 'passed', []],
    ['one below in the last part', [20, 30, 39], 'failed', ['road']],
    ['stopped after the first part', [15, null, null], 'failed', ['board']],
    ['went on after a part that was not passed', [15, 23, 50], 'failed', ['board', 'yard']],
  ] as const)('%s', (_what, marks, outcome, failedStages) => {
    expect(judgeMarks(stages, given(...marks))).toMatchObject({ ok: true, value: { outcome, failedStages } });
  });

  it.each([
    ['none at all', [null, null, null], 'test.marks-missing'],
    ['a part left out though all before it were passed', [16, 24, null], 'test.marks-missing'],
    ['a part taken after one that was not', [15, null, 40], 'test.marks-after-gap'],
    ['more than there are', [21, 24, 40], 'test.marks-range'],
    ['fewer than none', [-1, 24, 40], 'test.marks-range'],
    ['half a mark', [16.5, 24, 40], 'test.marks-range'],
  ] as const)('%s is no result', (_what, marks, code) => {
    expect(judgeMarks(stages, given(...marks))).toMatchObject({ ok: false, problem: { code } });
  });

  it('of a part that the rules do not know are no result', () => {
    expect(judgeMarks(stages, [{ stage: 'reverse', marks: 1 }])).toMatchObject({ ok: false, problem: { code: 'test.stage-unknown' } });
  });

  it('make a pass exactly where each part reaches its mark, whatever the order in which they are given', () => {
    const whole = fc.tuple(...stages.map(({ fullMarks }) => fc.integer({ min: 0, max: fullMarks })));
    fc.assert(
      fc.property(whole, fc.boolean(), (marks, isTurned) => {
        const typed = isTurned ? given(...marks).toReversed() : given(...marks);
        const judged = judgeMarks(stages, typed);
        const isPassed = stages.every(({ passMarks }, at) => (marks[at] ?? 0) >= passMarks);
        expect(judged).toMatchObject({ ok: true, value: { outcome: isPassed ? 'passed' : 'failed', marks: given(...marks) } });
      }),
    );
  });
});

describe('the next test after one that was not passed', () => {
  const failed = { class: 'A2', outcome: 'failed', day: toDay('2026-12-01'), resitFrom: toDay('2026-12-22') } as const;

  it('is refused before its day, with the day, and not from that day on', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (days) => {
        const day = addDays(failed.resitFrom, days);
        const refusal = resitRefusal([failed], { licenceClass: 'A2', day });
        expect(refusal).toEqual(days < 0 ? { code: 'test.resit-too-early', facts: { from: failed.resitFrom, tested: failed.day } } : null);
      }),
    );
  });

  it('of another class is not held back, and the latest wait holds', () => {
    const later = { ...failed, day: toDay('2026-12-22'), resitFrom: toDay('2027-01-12') };
    const day = toDay('2026-12-30');
    expect(resitRefusal([failed], { licenceClass: 'B1', day: toDay('2026-12-02') })).toBeNull();
    expect(resitRefusal([later, failed], { licenceClass: 'A2', day })?.facts).toMatchObject({ from: later.resitFrom });
  });
});

it.each([
  ['2026-12-01', 3, '2027-03-01'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 12, '2027-12-31'],
])('what is good from %s for %i months is good until %s', (from, months, until) => {
  expect(lastDayOfMonths(toDay(from), months)).toBe(until);
});
