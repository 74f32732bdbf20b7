import { assertNever } from '#shared/base/assert-never.ts';
import { untilPoll } from './backoff.ts';
import type { Happening } from './engine-io.ts';
import { idle, type SyncState } from './engine-state.ts';
import { contact, lost } from './line.ts';
import { failed } from './pull-lane.ts';
import { senseOf } from './refusal-sense.ts';
import { shutOut } from './shut-out.ts';
import type { Turn } from './turn.ts';

/** The last word of a PC that stops. A reply that was lost is asked for again, and then the hub knows this PC no more: that is the answer, too. */
export function onLeaveDone(turn: Turn, state: SyncState, { outcome }: Happening & { readonly kind: 'leave-done' }): SyncState {
  switch (outcome.kind) {
    case 'left':
      return shutOut(turn, { ...contact(turn, state), leave: idle }, { code: 'device.left', facts: {} });
    case 'not-yet':
      return { ...state, leave: { ...idle, wait: untilPoll(turn) } };
    case 'failed':
      return { ...state, leave: failed(turn, state.leave) };
    case 'silence':
      return { ...lost(turn, state, outcome.reason), leave: failed(turn, state.leave) };
    case 'refusal': {
      const { kind, reason, floorMs } = senseOf(outcome);
      const heard = { ...contact(turn, state), leave: failed(turn, state.leave, floorMs) };
      return kind === 'stop' ? shutOut(turn, heard, reason) : heard;
    }
    default:
      return assertNever(outcome);
  }
}
