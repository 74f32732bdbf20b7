import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  instantOf,
  instantPlusMs,
  isDay,
  isInstant,
  minutesBetween,
  msOf,
  startOfDay,
  toDay,
  toInstant,
  weekdayOf,
} from './instant.ts';

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((offset) => addDays(toDay('2000-01-01'), offset));
const anyInstant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) }).map(instantOf);

describe('days in Kenya', () => {
  it('the day changes at 21:00 UTC', () => {
    expect(dayOf(toInstant('2026-11-22T20:59:59.999Z'))).toBe('2026-11-22');
    expect(dayOf(toInstant('2026-11-22T21:00:00.000Z'))).toBe('2026-11-23');
  });

  it('a day begins at its first millisecond and the one before belongs to yesterday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOf(startOfDay(day))).toBe(day);
        expect(dayOf(instantPlusMs(startOfDay(day), -1))).toBe(addDays(day, -1));
      }),
    );
  });

  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '2026-11-22T00:00:00.000Z', '', '22/11/2026'])(
    '%j is not a day',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => toDay(text)).toThrow(RangeError);
    },
  );

  it('leap days and the years before 100 are days', () => {
    expect([isDay('2024-02-29'), isDay('0099-12-31')]).toEqual([true, true]);
    expect(addDays(toDay('0099-12-31'), 1)).toBe('0100-01-01');
  });

  it('adding days and counting them are inverses', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => daysBetween(day, addDays(day, count)) === count));
  });

  it('weekdays repeat every seven days and 22 November 2026 is a Sunday', () => {
    expect(weekdayOf(toDay('2026-11-22'))).toBe('sunday');
    fc.assert(fc.property(anyDay, (day) => weekdayOf(day) === weekdayOf(addDays(day, 7)) && weekdayOf(day) !== weekdayOf(addDays(day, 1))));
  });
});

describe('instants', () => {
  it('text and milliseconds are the same point, and text sorts as time', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, (one, other) => {
        expect(instantOf(msOf(one))).toBe(one);
        expect(one < other).toBe(msOf(one) < msOf(other));
      }),
    );
  });

  it.each(['2026-11-22T08:15:00Z', '2026-11-22T08:15:00.000+03:00', '2026-02-30T00:00:00.000Z', '2026-11-22T24:00:00.000Z', 'now', ''])(
    '%j is not an instant',
    (text) => {
      expect(isInstant(text)).toBe(false);
      expect(() => toInstant(text)).toThrow(RangeError);
    },
  );

  it('minutes are counted whole', () => {
    const start = toInstant('2026-11-22T08:00:00.000Z');
    expect(minutesBetween(start, instantPlusMs(start, 119_999))).toBe(1);
    expect(minutesBetween(start, instantPlusMs(start, -1))).toBe(-1);
  });

  it('a year past 9999 is a bug and throws', () => {
    expect(() => instantOf(8.64e15)).toThrow(RangeError);
  });
});
