import { assertNever } from '#shared/base/assert-never.ts';
import { drive, schedule } from './drive.ts';
import type { SyncEffect, SyncEvent } from './engine-io.ts';
import type { SyncState } from './engine-state.ts';
import { contact, cutLine, onProbed, start, tryNow } from './line.ts';
import { onLeaveDone } from './leave-lane.ts';
import { onEpochOpened, onResendNoted } from './mend.ts';
import { letPull, onApplied, onPullAnswered } from './pull-lane.ts';
import { onAnswersStored, onBatchRead, onPushAnswered, onReadFailed, storeNext } from './push-lane.ts';
import { onScanDone } from './scan-lane.ts';
import type { Turn } from './turn.ts';

/**
 * The whole of sync as a function: no file, no network, no clock, no chance (DESIGN §4). Invariants: an entry leaves the queue only by
 * an answer with a hub receipt that was written down; entries are sent in the order of the journal; whatever fails is tried again.
 */
export function step(state: SyncState, event: SyncEvent): { readonly state: SyncState; readonly effects: readonly SyncEffect[] } {
  const turn: Turn = { nowMs: event.nowMs, random: event.random, effects: [] };
  const next = schedule(turn, drive(turn, storeNext(turn, absorb(turn, state, event))));
  return { state: next, effects: turn.effects };
}

function absorb(turn: Turn, state: SyncState, event: SyncEvent): SyncState {
  switch (event.kind) {
    case 'started':
      return start(turn, state, event);
    case 'tick':
      return state;
    case 'wakened':
      return event.why === 'try-now' ? tryNow(turn, state) : { ...state, push: { ...state.push, more: true, woken: true } };
    case 'batch-read':
      return onBatchRead(state, event.entries);
    case 'read-failed':
      return onReadFailed(turn, state);
    case 'push-answered':
      return onPushAnswered(turn, state, event);
    case 'answers-stored':
      return onAnswersStored(turn, state, event);
    case 'pull-answered':
      return onPullAnswered(turn, state, event.outcome);
    case 'applied':
      return onApplied(turn, state, event);
    case 'let-pull':
      return letPull(state);
    case 'retire':
      return { ...state, retiring: true };
    case 'epoch-opened':
      return onEpochOpened(turn, state, event);
    case 'resend-noted':
      return onResendNoted(turn, state);
    case 'leave-done':
      return onLeaveDone(turn, state, event);
    case 'scan-done':
      return onScanDone(turn, state, event.outcome);
    case 'probed':
      return onProbed(turn, state, event.ok);
    case 'contact':
      return contact(turn, state);
    case 'line-cut':
      return cutLine(turn, state, event.cut);
    default:
      return assertNever(event);
  }
}
