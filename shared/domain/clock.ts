import type { Instant } from '../base/instant.ts';
import { msOf } from '../base/instant.ts';

/** `behind`: this PC's clock stands before its own last act; `apart`: it and the hub's clock differ. */
export const clockStates = ['right', 'apart', 'behind'] as const;
export type ClockState = (typeof clockStates)[number];

/** A day cannot be closed, nor its money counted, by a clock that stands so far before the last act (RELIABILITY §3 C). */
const behindAfterMs = 5 * 60_000;
/** People are shown how far the hub's clock and theirs are apart from here on (RELIABILITY §3 C). */
const apartAfterMs = 2 * 60_000;

export interface ClockFacts {
  /** The PC's clock, milliseconds since 1970. */
  readonly nowMs: number;
  readonly lastActAt: Instant | null;
  /** How far the hub's clock is ahead of the PC's; null before it was measured. */
  readonly hubAheadMs: number | null;
}

export interface ClockStanding {
  readonly state: ClockState;
  readonly behindLastActMs: number;
}

/** What a PC's clock is worth. Acts go on with a time that never runs backward, whatever it says. */
export function clockStanding({ nowMs, lastActAt, hubAheadMs }: ClockFacts): ClockStanding {
  const behindLastActMs = lastActAt === null ? 0 : Math.max(0, msOf(lastActAt) - nowMs);
  if (behindLastActMs > behindAfterMs) return { state: 'behind', behindLastActMs };
  return { state: Math.abs(hubAheadMs ?? 0) > apartAfterMs ? 'apart' : 'right', behindLastActMs };
}
