import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../base/instant.ts';
import { judgeMarks, lastDayOfMonths, withTestResult, type TestStage } from './test-result.ts';

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

it.each([
  ['2026-12-01', 3, '2027-03-01'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 12, '2027-12-31'],
])('what is good from %s for %i months is good until %s', (from, months, until) => {
  expect(lastDayOfMonths(toDay(from), months)).toBe(until);
});

describe('a result in the driver’s record', () => {
  const test = { bookingNumber: 'B-1', class: 'A2', day: toDay('2026-12-01'), centre: 'LKN', failedStages: [] } as const;
  const passed = { ...test, outcome: 'passed', resitFrom: null } as const;
  const failed = { ...test, outcome: 'failed', failedStages: ['road'], resitFrom: toDay('2026-12-22') } as const;
  const until = toDay('2027-03-01');
  const held = { class: 'B1', since: toDay('2020-01-01'), until: null } as const;
  const driver = { name: 'Wanjikũ Mũgo', licences: [held], tests: [{ ...failed, bookingNumber: 'B-0' }] };

  it('of who passed adds the class until the certificate ends, and leaves all else as it was', () => {
    const after = withTestResult(driver, passed, until);
    expect(after).toEqual({ ...driver, licences: [held, { class: 'A2', since: test.day, until }], tests: [...driver.tests, passed] });
    expect(withTestResult(after, passed, until)).toEqual(after);
  });

  it('of who did not pass adds the wait and no class', () => {
    expect(withTestResult(driver, failed, null)).toEqual({ ...driver, tests: [...driver.tests, failed] });
  });

  it('that is corrected takes back the class that it gave and no other', () => {
    const corrected = withTestResult(withTestResult(driver, passed, until), failed, null);
    expect(corrected).toEqual(withTestResult(driver, failed, null));
    expect(withTestResult(corrected, passed, until)).toEqual(withTestResult(driver, passed, until));
  });

  it('never shortens a class that is held already', () => {
    const retest = { ...passed, class: 'B1' };
    expect(withTestResult(driver, retest, until).licences).toEqual([held]);
  });

  it('comes to the same record, however often results of one booking came before it', () => {
    const results = fc.array(fc.constantFrom(passed, failed, { ...test, outcome: 'absent', resitFrom: null } as const), { maxLength: 5 });
    fc.assert(
      fc.property(results, fc.constantFrom(passed, failed), (earlier, last) => {
        const untilOf = (one: { readonly outcome: string }) => (one.outcome === 'passed' ? until : null);
        const many = [...earlier, last].reduce(
          (record, one) => withTestResult(record, one, untilOf(one)),
          driver as Parameters<typeof withTestResult>[0],
        );
        expect(many).toEqual(withTestResult(driver, last, untilOf(last)));
      }),
    );
  });
});
