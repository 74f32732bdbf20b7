import { backoff, untilPoll } from './backoff.ts';
import type { Happening, PullOutcome } from './engine-io.ts';
import { idle, type Lane, type SyncState } from './engine-state.ts';
import { contact, lost } from './line.ts';
import { mendChain } from './mend.ts';
import { senseOf } from './refusal-sense.ts';
import { shutOut } from './shut-out.ts';
import { announce, type Turn } from './turn.ts';

export function onPullAnswered(turn: Turn, state: SyncState, outcome: PullOutcome): SyncState {
  if (outcome.kind === 'silence') return { ...lost(turn, state, outcome.reason), pull: failed(turn, state.pull) };
  const heard = contact(turn, state);
  if (outcome.kind === 'answer') {
    const hubOffsetMs = outcome.hubTimeMs - turn.nowMs;
    turn.effects.push({ kind: 'apply-page', page: outcome.page, hubOffsetMs });
    return mendChain(turn, { ...heard, hubOffsetMs }, outcome);
  }
  const { kind, reason, floorMs } = senseOf(outcome);
  const waiting = { ...heard, pull: failed(turn, heard.pull, floorMs) };
  return kind === 'stop' ? shutOut(turn, waiting, reason) : waiting;
}

/** What was applied stands in the journal, too, and may be what the hub waits for. */
export function onApplied(turn: Turn, state: SyncState, applied: Happening & { readonly kind: 'applied' }): SyncState {
  const { ok, more, changes, held = false, retiring = state.retiring } = applied;
  if (!ok) return { ...state, pull: failed(turn, state.pull) };
  if (held) {
    announce(turn, 'line', 'queue');
    return { ...state, retiring, isPullHeld: true, pull: { ...idle, wanted: true } };
  }
  const pull: Lane = { busy: false, wanted: state.pull.wanted || more, level: 0, wait: untilPoll(turn) };
  const { hubWaits } = state.push;
  const offerSoon = changes > 0 && hubWaits.wait !== null ? { level: 1, wait: backoff(1, turn) } : hubWaits;
  return { ...state, retiring, pull, push: { ...state.push, hubWaits: offerSoon, more: state.push.more || changes > 0 } };
}

/** A person has looked at what the hub wants removed. */
export function letPull(state: SyncState): SyncState {
  return { ...state, isPullHeld: false, pull: { ...state.pull, wanted: true, level: 0, wait: null } };
}

/** A lane after a failure; what it wanted it still wants. */
export function failed(turn: Turn, lane: Lane, floorMs = 0): Lane {
  const level = lane.level + 1;
  return { busy: false, wanted: true, level, wait: backoff(level, turn, floorMs) };
}
