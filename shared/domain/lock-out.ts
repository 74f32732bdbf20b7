import { instantPlusMs, type Instant } from '../base/instant.ts';

/** How an account stands after wrong passwords. */
export interface Tries {
  readonly failedTries: number;
  readonly lockLevel: number;
  readonly lockedUntil: Instant | null;
}

/** Five tries, then 1, 5, 15 and 60 minutes (DESIGN §8). */
const triesBeforeLock = 5;
const lockMinutes = [1, 5, 15, 60] as const;

export function isLocked(tries: Tries, now: Instant): boolean {
  return tries.lockedUntil !== null && tries.lockedUntil > now;
}

export function afterWrongPassword(tries: Tries, now: Instant): Tries {
  const failedTries = tries.failedTries + 1;
  if (failedTries < triesBeforeLock) return { ...tries, failedTries };
  const minutes = lockMinutes[Math.min(tries.lockLevel, lockMinutes.length - 1)] ?? 60;
  return { failedTries: 0, lockLevel: tries.lockLevel + 1, lockedUntil: instantPlusMs(now, minutes * 60_000) };
}
