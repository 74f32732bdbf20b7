import { describe, expect, it } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { backupDue, fullCheckDue } from './schedule.ts';

const at = (time: string) => toInstant(`2026-11-23T${time}:00.000Z`);
const due = (now: string, lastBackup: string | null, lastDayEnd: string | null = null, isChanged = true) =>
  backupDue({
    nowMs: Date.parse(at(now)),
    lastBackupAt: lastBackup === null ? null : at(lastBackup),
    lastDayEndAt: lastDayEnd === null ? null : toInstant(lastDayEnd),
    isChanged,
  });
const yesterday = '2026-11-22T14:00:00.000Z';

describe('a backup is due', () => {
  it('each half hour in which something changed', () => {
    expect([due('06:29', '06:00', yesterday), due('06:30', '06:00', yesterday), due('12:00', '06:00', yesterday, false)]).toEqual([
      undefined,
      'half-hour',
      undefined,
    ]);
  });

  it('at once where there is none', () => {
    expect(due('06:00', null)).toBe('half-hour');
  });

  it('at 17:00 in Nairobi, once a day, whatever was backed up a minute before', () => {
    expect([due('13:59', '13:58', yesterday), due('14:00', '13:58', yesterday), due('14:10', '14:00', at('14:00'))]).toEqual([
      undefined,
      'day-end',
      undefined,
    ]);
  });
});

describe('the full check is due', () => {
  it('each night at two, or at the next start of a PC that was off', () => {
    const checked = toInstant('2026-11-22T23:05:00.000Z');
    expect([
      fullCheckDue(Date.parse(at('22:59')), checked),
      fullCheckDue(Date.parse(at('23:00')), checked),
      fullCheckDue(Date.parse(at('06:00')), null),
    ]).toEqual([false, true, true]);
  });
});
