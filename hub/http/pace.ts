import { limits } from './limits.ts';

/** How fast pushes are answered, as the last ones were, and when those have their turn that were sent away. */
export interface Pace {
  /** One took this long, while at least and at most so many worked, itself among them. */
  took(ms: number, working: { readonly least: number; readonly most: number }): void;
  /** How long so many take, one behind the other. */
  msFor(pushes: number): number;
  /** In how many seconds one may come again, behind those that are here and all who were told before. */
  book(inside: number): number;
}

/** Until the first pushes have shown it: fifty entries each, on a small server. */
const firstMs = 20;
/** How much of the mean the newest push makes. */
const share = 0.1;
/** A crowd is asked back a little faster than it is answered, so that the hub never runs out of work; who finds it full comes once more. */
const eagerness = 0.8;

export function openPace(nowMs: () => number): Pace {
  let eachMs = firstMs;
  let bookedUntilMs = 0;
  return {
    took: (ms, { least, most }) => {
      // What a few take says nothing of a crowd: believed, the hub would be told to do ever less, or take in more than it can answer.
      if (least >= limits.pushesAtOnce / 2) eachMs += share * (ms / most - eachMs);
    },
    msFor: (pushes) => pushes * eachMs,
    book: (inside) => {
      const now = nowMs();
      const freeMs = Math.max(bookedUntilMs, now + inside * eachMs);
      bookedUntilMs = Math.min(freeMs + eachMs * eagerness, now + limits.longestRetryAfterMs);
      // Who comes a little early waits here; a counter adds a moment of its own.
      return Math.max(1, Math.floor((bookedUntilMs - now) / 1_000));
    },
  };
}
