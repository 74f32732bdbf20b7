import { instantOf, msOf, type Instant } from '../base/instant.ts';

/** How far a PC's clock may stand before what it must be: clocks are set right by seconds, and people read minutes. */
const toleranceMs = 5 * 60_000;

/** What a PC knows of the time. Milliseconds since 1970 unless said. */
export interface TimeEvidence {
  /** The PC's clock now, which a person may set. */
  readonly wallMs: number;
  /** The PC's clock as it stood when this run of the program began, and the time since by a clock that nobody can set. */
  readonly startedMs: number;
  readonly runMs: number;
  /** The last act in the journal. */
  readonly lastActAt: Instant | null;
  /** The hub's time when it was last heard in this run, and the time since by the clock that nobody can set; null before that. */
  readonly heard: { readonly hubMs: number; readonly agoMs: number; readonly wallMs: number } | null;
  /** When the hub was last heard in an earlier run, by the PC's clock, and how far the hub's was ahead then; null before it was measured. */
  readonly lastContactAt: Instant;
  readonly hubAheadMs: number | null;
}

/**
 * A time that leases may be judged by, never before the true one as far as this PC can know; null where the PC's clock stands before a
 * time that has passed for certain. Until the hub is heard again only it could say how late it is. What it said when it was last heard
 * holds: a clock that was late then is taken to be as late now, so that beginning the program anew makes nobody forget it.
 */
export function trustedTime(evidence: TimeEvidence): Instant | null {
  const { wallMs, startedMs, runMs, lastActAt, heard, lastContactAt, hubAheadMs } = evidence;
  const actMs = lastActAt === null ? 0 : msOf(lastActAt);
  if (heard) {
    const ranMs = heard.hubMs + heard.agoMs;
    const wallSaysMs = heard.hubMs + (wallMs - heard.wallMs);
    if (wallSaysMs < ranMs - toleranceMs) return null;
    // An entry carries the later of the PC's clock and the last act, so a lease must outlast both.
    return instantOf(Math.max(ranMs, wallSaysMs, wallMs, actMs));
  }
  const ranMs = Math.max(startedMs + runMs, msOf(lastContactAt));
  if (wallMs < Math.max(actMs, ranMs) - toleranceMs) return null;
  return instantOf(Math.max(actMs, Math.max(wallMs, ranMs) + Math.max(0, hubAheadMs ?? 0)));
}
