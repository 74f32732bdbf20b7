import { describe, expect, it } from 'vitest';
import { toDay, toInstant } from '#shared/base/instant.ts';
import { texts } from '#shared/text/text.ts';
import { ageText, clockText, dayText, whenText } from './time-words.ts';

const now = toInstant('2026-11-22T17:30:00.000Z');
const minuteMs = 60_000;

describe('when it was', () => {
  it('the clock is Kenyan whatever the zone of the PC', () => {
    expect(clockText(toInstant('2026-11-22T07:42:00.000Z'))).toBe('10:42');
  });

  it.each([
    ['2026-11-22T07:42:00.000Z', '10:42'],
    ['2026-11-21T22:10:00.000Z', '01:10'],
    ['2026-11-20T07:42:00.000Z', 'Fri 10:42'],
    ['2026-11-03T07:42:00.000Z', '3 Nov 10:42'],
    ['2025-11-03T07:42:00.000Z', '3 Nov 2025 10:42'],
    ['2026-11-23T07:42:00.000Z', '23 Nov 10:42'],
  ])('%s is said as %s on Sunday evening', (at, said) => {
    expect(whenText(toInstant(at), now, 'en')).toBe(said);
  });

  it('days are written in the language of the screen', () => {
    expect([dayText(toDay('2026-08-05'), 'en'), dayText(toDay('2026-08-05'), 'sw')]).toEqual(['5 Aug 2026', '5 Ago 2026']);
  });
});

describe('how long ago', () => {
  it.each([
    [0, 'just now', 'sasa hivi'],
    [59 * 1000, 'just now', 'sasa hivi'],
    [12 * minuteMs, '12 min', 'dak 12'],
    [60 * minuteMs, '1 h', 'saa 1'],
    [47 * 60 * minuteMs, '1 day', 'siku 1'],
    [72 * 60 * minuteMs, '3 days', 'siku 3'],
  ])('%i ms is %s, in Swahili %s', (ageMs, english, swahili) => {
    expect([ageText(ageMs, texts.en.frame.time), ageText(ageMs, texts.sw.frame.time)]).toEqual([english, swahili]);
  });
});
