import { assertNever } from '#shared/base/assert-never.ts';
import { halves } from './batch.ts';
import type { Flight, Reason, SyncState } from './engine-state.ts';
import { failFlight, putBack, withoutFlight } from './flight.ts';
import type { HubRefusal } from './hub-reply.ts';
import { onFork, onGap } from './mend.ts';
import { senseOf } from './refusal-sense.ts';
import { shutOut } from './shut-out.ts';
import type { Turn } from './turn.ts';

export function onPushRefused(turn: Turn, state: SyncState, flight: Flight, refusal: HubRefusal): SyncState {
  const sense = senseOf(refusal);
  const { kind, reason, floorMs } = sense;
  switch (kind) {
    case 'stop':
      return shutOut(turn, failFlight(turn, state, flight, { reason }), reason);
    case 'wait':
      return failFlight(turn, state, flight, { reason, floorMs });
    case 'gap':
      return onGap(turn, state, flight, sense);
    case 'fork':
      return onFork(turn, state, flight, sense);
    case 'unreadable':
      return onUnreadable(turn, state, flight, reason);
    default:
      return assertNever(kind);
  }
}

/**
 * Somewhere in the batch is what the hub cannot read: its parts go by themselves until it stands alone, and then it goes as its hash. An
 * entry whose very hash is refused holds up the chain, and a person must look.
 */
function onUnreadable(turn: Turn, state: SyncState, flight: Flight, reason: Reason): SyncState {
  const [entry] = flight.entries;
  const push = { ...withoutFlight(state.push, flight), alone: true };
  if (!entry || flight.entries.length > 1) return { ...state, push: putBack(push, ...halves(flight.entries, reason.facts['seq'])) };
  if (entry.withheld === null) return { ...state, push: putBack(push, [{ ...entry, withheld: reason.code }]) };
  return failFlight(turn, state, { ...flight, entries: [{ ...entry, withheld: null }] }, { reason });
}
