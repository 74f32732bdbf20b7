import { describe, expect, it } from 'vitest';
import { instantOf, toInstant } from '../base/instant.ts';
import { trustedTime, type TimeEvidence } from './trusted-time.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const wallMs = Date.parse('2026-11-23T09:00:00.000Z');
const usual: TimeEvidence = {
  wallMs,
  startedMs: wallMs - 60 * minuteMs,
  runMs: 60 * minuteMs,
  lastActAt: instantOf(wallMs - 10 * minuteMs),
  heard: null,
  lastContactAt: instantOf(wallMs - dayMs),
  hubAheadMs: 0,
};
const heard = { hubMs: wallMs - 30 * minuteMs, agoMs: 30 * minuteMs, wallMs: wallMs - 30 * minuteMs };

describe('the time that leases are judged by', () => {
  it('is the PC’s own where nothing speaks against it', () => {
    expect(trustedTime(usual)).toBe('2026-11-23T09:00:00.000Z');
    expect(trustedTime({ ...usual, heard })).toBe('2026-11-23T09:00:00.000Z');
  });

  it.each<[string, Partial<TimeEvidence>]>([
    ['before the last act', { wallMs: wallMs - 3 * dayMs, startedMs: wallMs - 3 * dayMs, runMs: 0 }],
    ['while the program ran', { wallMs: wallMs - 6 * minuteMs, lastActAt: null }],
    ['before the last contact', { wallMs: wallMs - 2 * dayMs, startedMs: wallMs - 2 * dayMs, runMs: 0, lastActAt: null }],
    ['after the hub was heard in this run', { wallMs: wallMs - 3 * dayMs, heard }],
  ])('is not known once the clock was set back %s', (_when, changed) => {
    expect(trustedTime({ ...usual, ...changed })).toBeNull();
  });

  it('is the hub’s again once it was heard, where the last act was done by a clock far ahead', () => {
    const ahead = instantOf(wallMs + 2 * dayMs);
    expect(trustedTime({ ...usual, lastActAt: ahead })).toBeNull();
    expect(trustedTime({ ...usual, lastActAt: ahead, heard })).toBe(ahead);
  });

  it('is never before the PC’s own, which its entries carry', () => {
    expect(trustedTime({ ...usual, wallMs: wallMs + 3 * dayMs })).toBe('2026-11-26T09:00:00.000Z');
    expect(trustedTime({ ...usual, heard: { ...heard, wallMs: heard.wallMs + 3 * dayMs }, wallMs: wallMs + 3 * dayMs })).toBe(
      toInstant('2026-11-26T09:00:00.000Z'),
    );
  });

  it('is as far ahead as the hub was when it was last heard, also after the program began anew', () => {
    const setBack = { ...usual, wallMs: wallMs - 3 * dayMs, startedMs: wallMs - 3 * dayMs, runMs: 0, lastActAt: null };
    const contact = { lastContactAt: instantOf(wallMs - 4 * dayMs), hubAheadMs: 3 * dayMs };
    expect(trustedTime({ ...setBack, ...contact })).toBe('2026-11-23T09:00:00.000Z');
    expect(trustedTime({ ...usual, hubAheadMs: -3 * dayMs })).toBe('2026-11-23T09:00:00.000Z');
  });

  it('bears with a clock that was set right by minutes', () => {
    expect(trustedTime({ ...usual, wallMs: wallMs - 4 * minuteMs })).toBe('2026-11-23T09:00:00.000Z');
  });

  it('goes on by what has passed since the hub was heard, where the PC’s clock is slow', () => {
    const slow = { ...heard, wallMs: heard.wallMs - 10 * minuteMs };
    expect(trustedTime({ ...usual, lastActAt: null, wallMs: wallMs - 10 * minuteMs, heard: slow })).toBe('2026-11-23T09:00:00.000Z');
  });
});
