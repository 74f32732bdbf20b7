import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '#shared/base/instant.ts';
import { keptBackups, removable } from './keep.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const noonMs = Date.parse('2026-11-23T09:00:00.000Z');

function backup(minutesAgo: number, facts: { bytes?: number; isDamaged?: boolean; log?: number } = {}) {
  return { name: `${minutesAgo}`, at: instantOf(noonMs - minutesAgo * minuteMs), bytes: 1, log: 1, isDamaged: false, ...facts };
}

const log = (number: number, bytes = 1) => ({ name: `log ${number}`, number, bytes });

describe('what is kept of the backups', () => {
  it('is 48 half-hourly ones, then one of each of 14 days and 12 weeks', () => {
    const backups = Array.from({ length: 48 * 120 }, (_, index) => backup(index * 30));
    const gone = new Set(removable({ backups, logs: [] }).backups);
    const kept = backups.filter(({ name }) => !gone.has(name));
    expect(kept.slice(0, 48)).toEqual(backups.slice(0, 48));
    expect(new Set(kept.map(({ at }) => at.slice(0, 10))).size).toBeGreaterThanOrEqual(keptBackups.days);
    const oldest = noonMs - Date.parse(kept.at(-1)?.at ?? '');
    expect([Math.floor(oldest / (7 * dayMs)), kept.length]).toEqual([10, 48 + 12 + 10]);
  });

  it('goes by age where the room is used up, but never the two newest good ones nor a log that they continue in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ bytes: fc.nat(100), isDamaged: fc.boolean() }), { maxLength: 30 }),
        fc.nat(300),
        (facts, budgetBytes) => {
          const backups = facts.map((fact, index) => backup(index * 30, { ...fact, log: facts.length - index }));
          const logs = facts.map((_, index) => log(index + 1, 3));
          const gone = removable({ backups, logs }, budgetBytes);
          const kept = backups.filter(({ name }) => !gone.backups.includes(name));
          const newestGood = backups.filter(({ isDamaged }) => !isDamaged).slice(0, 2);
          expect(kept).toEqual(expect.arrayContaining(newestGood));
          const oldestLog = Math.min(...kept.map((one) => one.log));
          const needed = logs.filter(({ number }) => number >= oldestLog).map(({ name }) => name);
          expect(gone.logs.filter((name) => needed.includes(name))).toEqual([]);
        },
      ),
    );
  });

  it('is everything where there is no backup yet: the log may be all there is', () => {
    expect(removable({ backups: [], logs: [log(1), log(2)] }, 0)).toEqual({ backups: [], logs: [] });
  });
});
