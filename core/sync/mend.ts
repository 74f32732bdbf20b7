import type { Happening } from './engine-io.ts';
import type { Flight, SyncState } from './engine-state.ts';
import { failFlight, fromTheBeginning, putBack, withoutFlight } from './flight.ts';
import type { HubHead } from './head.ts';
import type { RefusalSense } from './refusal-sense.ts';
import { announce, type Turn } from './turn.ts';

/** What this file and the hub have told of each other, beside an answer. */
interface Seen {
  readonly setBack?: HubHead | undefined;
  readonly lostFrom?: number | undefined;
}

export function mendChain(turn: Turn, state: SyncState, { setBack, lostFrom }: Seen): SyncState {
  if (setBack) return onSetBack(turn, state, setBack);
  return lostFrom === undefined ? state : sendAgainFrom(turn, state, lostFrom);
}

/**
 * This file was set back to an older state. It goes on under a new epoch, once; where the hub then has a still newer one, another copy of
 * this file is at work as the same device, and going on would only drive both into ever newer epochs: a person must find out which it is.
 */
function onSetBack(turn: Turn, state: SyncState, hubHead: HubHead): SyncState {
  const { setBackBehind } = state;
  // What was seen before this file opened its epoch says nothing new.
  if (state.push.mending || (setBackBehind !== null && hubHead.epoch <= setBackBehind)) return state;
  announce(turn, 'queue', 'line');
  if (setBackBehind !== null) {
    turn.effects.push({ kind: 'alarm', code: 'twin' });
    return { ...state, stopped: 'twin' };
  }
  turn.effects.push({ kind: 'open-epoch', hubHead });
  return { ...state, setBackBehind: hubHead.epoch, push: { ...state.push, mending: true, reason: { code: 'set-back', facts: {} } } };
}

export function onEpochOpened(turn: Turn, state: SyncState, { ok }: Happening & { readonly kind: 'epoch-opened' }): SyncState {
  announce(turn, 'queue', 'line');
  // A commit that failed may have committed, so what was read may be old by now.
  if (!ok) return { ...state, setBackBehind: null, push: { ...fromTheBeginning(state.push), mending: false } };
  return { ...state, push: { ...fromTheBeginning(state.push), mending: false, reason: null } };
}

/** The hub was restored from an older state: what it had answered is sent again. */
function sendAgainFrom(turn: Turn, state: SyncState, fromSeq: number): SyncState {
  if (state.push.mending) return state;
  turn.effects.push({ kind: 'note-resend', fromSeq });
  return { ...state, push: { ...state.push, mending: true } };
}

export function onResendNoted(turn: Turn, state: SyncState): SyncState {
  announce(turn, 'queue');
  // Whether or not the file says that it was written down, it may have been.
  return { ...state, push: { ...fromTheBeginning(state.push), mending: false } };
}

/** A batch that came before its predecessor is sent again behind it; else the hub lacks what came before, and gets it. */
export function onGap(turn: Turn, state: SyncState, flight: Flight, { reason, floorMs }: RefusalSense): SyncState {
  if (flight.chases) return { ...state, push: { ...putBack(withoutFlight(state.push, flight), flight.entries), alone: true } };
  const failed = failFlight(turn, state, flight, { reason, floorMs });
  const expected = reason.facts['expected'];
  return typeof expected === 'number' && expected < flight.fromSeq ? sendAgainFrom(turn, failed, expected) : failed;
}

/**
 * The hub has another row in the place of one of these, or takes no more of their epoch. Where this file has begun a newer epoch, they
 * stand on a branch: they wait for a supervisor, and the rest goes on. Else the hub is asked where its chain ends.
 */
export function onFork(turn: Turn, state: SyncState, flight: Flight, { reason, floorMs }: RefusalSense): SyncState {
  const failed = failFlight(turn, state, flight, { reason, floorMs });
  // It left before something was mended, and was judged by what the hub had then or has no more: it is read anew.
  if (failed.push.resweep) return { ...failed, push: fromTheBeginning(failed.push), pull: { ...failed.pull, wanted: true } };
  const [first] = flight.entries;
  if (!first?.isOld) return { ...failed, pull: { ...failed.pull, wanted: true } };
  const named = reason.facts['seq'];
  const isOneOfThem = typeof named === 'number' && flight.entries.some(({ seq }) => seq === named);
  turn.effects.push({ kind: 'set-aside', fromSeq: isOneOfThem ? named : first.seq, code: reason.code });
  return { ...failed, push: fromTheBeginning(failed.push) };
}
