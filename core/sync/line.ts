import { untilProbe } from './backoff.ts';
import type { Happening } from './engine-io.ts';
import { idle, type SyncState } from './engine-state.ts';
import type { Silence } from './hub-reply.ts';
import { announce, type Turn } from './turn.ts';

export function start(turn: Turn, state: SyncState, known: Happening & { readonly kind: 'started' }): SyncState {
  return {
    ...state,
    lastContactMs: known.lastContactMs,
    hubOffsetMs: known.hubOffsetMs,
    line: { state: 'unknown', sinceMs: turn.nowMs, reason: null },
    push: { ...state.push, more: true },
    pull: { ...state.pull, wanted: true },
    scans: { ...state.scans, wanted: true },
    retiring: known.retiring ?? false,
  };
}

/** A person presses try now: everything goes at once, except where the hub itself has said how long to wait. */
export function tryNow(turn: Turn, state: SyncState): SyncState {
  const { isHeld, level, wait, reason } = state.push;
  const held = isHeld ? { isHeld, level, wait, reason } : {};
  const fresh = withoutWaits({ ...state, stopped: null, setBackBehind: null });
  announce(turn, 'line', 'queue');
  return {
    ...fresh,
    line: state.line.state === 'down' ? { state: 'unknown', sinceMs: turn.nowMs, reason: null } : state.line,
    push: { ...fresh.push, ...held, resweep: true },
  };
}

/** The hub was heard. After an outage that probes saw, nothing waits any longer. */
export function contact(turn: Turn, state: SyncState): SyncState {
  const heard = { ...state, lastContactMs: turn.nowMs };
  if (state.line.state === 'up' || state.line.state === 'cut') return heard;
  announce(turn, 'line', 'queue');
  const wasGone = state.line.state === 'down' && state.probe.level > 0;
  const line = { state: 'up', sinceMs: turn.nowMs, reason: null } as const;
  return { ...(wasGone ? withoutWaits(heard) : heard), line, probe: { ...idle, busy: state.probe.busy } };
}

/** Nothing usable came back: from here on only probes go out. */
export function lost(turn: Turn, state: SyncState, reason: Silence): SyncState {
  if (reason === 'line-cut' || state.line.state === 'cut' || state.line.state === 'down') return state;
  announce(turn, 'line', 'queue');
  return {
    ...state,
    line: { state: 'down', sinceMs: turn.nowMs, reason },
    probe: { ...idle, busy: state.probe.busy, wait: untilProbe(turn) },
  };
}

export function onProbed(turn: Turn, state: SyncState, ok: boolean): SyncState {
  const { probe } = state;
  const answered = { ...state, probe: { ...probe, busy: false } };
  if (ok) return contact(turn, answered);
  if (state.line.state !== 'down') return answered;
  return { ...state, probe: { ...probe, busy: false, level: probe.level + 1, wait: untilProbe(turn) } };
}

export function cutLine(turn: Turn, state: SyncState, cut: boolean): SyncState {
  if (cut === (state.line.state === 'cut')) return state;
  announce(turn, 'line', 'queue');
  if (cut) return { ...state, line: { state: 'cut', sinceMs: turn.nowMs, reason: 'line-cut' } };
  return { ...withoutWaits(state), line: { state: 'unknown', sinceMs: turn.nowMs, reason: null } };
}

function withoutWaits(state: SyncState): SyncState {
  const free = { level: 0, wait: null };
  return {
    ...state,
    push: { ...state.push, ...free, reason: null, isHeld: false },
    pull: { ...state.pull, ...free, wanted: true },
    scans: { ...state.scans, ...free },
    leave: { ...state.leave, ...free },
    probe: { ...idle, busy: state.probe.busy },
  };
}
