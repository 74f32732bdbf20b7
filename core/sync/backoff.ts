/**
 * How long sync waits (DESIGN §4). A hub that errs is tried again after 1 s to 5 min with full jitter. A line that is down is not tried
 * with batches at all: a cheap probe asks every few seconds whether it is back, at most 5 s apart and over within 4 s, so that the first
 * batch leaves within 10 s of the reconnect, however long the line was gone.
 */
const firstMs = 1_000;
const longestMs = 5 * 60_000;
/** Full jitter may draw zero; a hub in trouble still gets this pause. */
const leastMs = 250;
const probeMs = 5_000;
const pollMs = 15_000;

/** A stretch of the clock. A clock that was set back ends it too: better a try too many than a queue that sleeps for days. */
export interface Wait {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The one moment a step happens at, and the one random number (0 ≤ x < 1) it may use. */
export interface Moment {
  readonly nowMs: number;
  readonly random: number;
}

export function isOver(wait: Wait | null, nowMs: number): boolean {
  return wait === null || nowMs < wait.fromMs || nowMs >= wait.untilMs;
}

/** After the `level`-th failure in a row, counted from 1; `floorMs` is what the hub asked for itself. */
export function backoff(level: number, { nowMs, random }: Moment, floorMs = 0): Wait {
  const most = Math.min(longestMs, firstMs * 2 ** (level - 1));
  const jitter = Math.max(leastMs, random * most);
  return { fromMs: nowMs, untilMs: Math.ceil(nowMs + floorMs + jitter) };
}

export function untilProbe({ nowMs, random }: Moment): Wait {
  return { fromMs: nowMs, untilMs: Math.ceil(nowMs + probeMs * (0.4 + 0.6 * random)) };
}

/** Between two looks for news from the hub while nothing else happens. */
export function untilPoll({ nowMs, random }: Moment): Wait {
  return { fromMs: nowMs, untilMs: Math.ceil(nowMs + pollMs * (0.6 + 0.4 * random)) };
}
