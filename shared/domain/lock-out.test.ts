import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantPlusMs, minutesBetween, toInstant, type Instant } from '../base/instant.ts';
import { afterWrongPassword, isLocked, type Tries } from './lock-out.ts';

const now = toInstant('2026-11-23T06:00:00.000Z');
/** DESIGN §8. */
const triesBeforeLock = 5;
const fresh: Tries = { failedTries: 0, lockLevel: 0, lockedUntil: null };

function afterWrong(count: number, from: Tries = fresh, at: Instant = now): Tries {
  return Array.from({ length: count }).reduce<Tries>((tries) => afterWrongPassword(tries, at), from);
}

it('four wrong passwords lock nothing, the fifth does', () => {
  expect(isLocked(afterWrong(triesBeforeLock - 1), now)).toBe(false);
  expect(isLocked(afterWrong(triesBeforeLock), now)).toBe(true);
});

it('each five wrong ones lock longer: 1, 5, 15 and then always 60 minutes', () => {
  const minutes = [5, 10, 15, 20, 25, 30].map((count) => minutesBetween(now, afterWrong(count).lockedUntil ?? now));
  expect(minutes).toEqual([1, 5, 15, 60, 60, 60]);
});

it('a lock ends at its minute and not a millisecond before', () => {
  const locked = afterWrong(triesBeforeLock);
  const until = instantPlusMs(now, 60_000);
  expect([isLocked(locked, instantPlusMs(until, -1)), isLocked(locked, until)]).toEqual([true, false]);
});

it('however the tries are spread, no more than five are free between two locks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_600_000 }), { maxLength: 60 }), (pauses) => {
      let [tries, at, free]: [Tries, Instant, number] = [fresh, now, 0];
      for (const pauseMs of pauses) {
        at = instantPlusMs(at, pauseMs);
        if (isLocked(tries, at)) continue;
        tries = afterWrongPassword(tries, at);
        free = isLocked(tries, at) ? 0 : free + 1;
        if (free >= triesBeforeLock) return false;
      }
      return true;
    }),
  );
});
