import { backoff, untilPoll } from './backoff.ts';
import type { Happening, PullOutcome } from './engine-io.ts';
import type { Lane, SyncState } from './engine-state.ts';
import { contact, lost } from './line.ts';
import { senseOf } from './refusal-sense.ts';
import { announce, type Turn } from './turn.ts';

export function onPullAnswered(turn: Turn, state: SyncState, outcome: PullOutcome): SyncState {
  if (outcome.kind === 'silence') return { ...lost(turn, state, outcome.reason), pull: failed(turn, state.pull) };
  const heard = contact(turn, state);
  if (outcome.kind === 'answer') {
    const hubOffsetMs = outcome.hubTimeMs - turn.nowMs;
    turn.effects.push({ kind: 'apply-page', page: outcome.page, hubOffsetMs });
    return { ...heard, hubOffsetMs };
  }
  const { kind, reason, floorMs } = senseOf(outcome);
  if (kind === 'stop') announce(turn, 'line', 'queue');
  return { ...heard, pull: failed(turn, heard.pull, floorMs), ...(kind === 'stop' && { stopped: reason.code }) };
}

/** What was applied stands in the journal, too, and may be what the hub waits for. */
export function onApplied(turn: Turn, state: SyncState, { ok, more, changes }: Happening & { readonly kind: 'applied' }): SyncState {
  if (!ok) return { ...state, pull: failed(turn, state.pull) };
  const pull: Lane = { busy: false, wanted: state.pull.wanted || more, level: 0, wait: untilPoll(turn) };
  const { hubWaits } = state.push;
  const offerSoon = changes > 0 && hubWaits.wait !== null ? { level: 1, wait: backoff(1, turn) } : hubWaits;
  return { ...state, pull, push: { ...state.push, hubWaits: offerSoon, more: state.push.more || changes > 0 } };
}

/** A lane after a failure; what it wanted it still wants. */
export function failed(turn: Turn, lane: Lane, floorMs = 0): Lane {
  const level = lane.level + 1;
  return { busy: false, wanted: true, level, wait: backoff(level, turn, floorMs) };
}
