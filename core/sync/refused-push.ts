import { assertNever } from '#shared/base/assert-never.ts';
import { halves } from './batch.ts';
import type { Flight, Reason, SyncState } from './engine-state.ts';
import { failFlight, withoutFlight } from './flight.ts';
import type { HubRefusal } from './hub-reply.ts';
import { senseOf } from './refusal-sense.ts';
import { announce, type Turn } from './turn.ts';

export function onPushRefused(turn: Turn, state: SyncState, flight: Flight, refusal: HubRefusal): SyncState {
  const { kind, reason, floorMs } = senseOf(refusal);
  switch (kind) {
    case 'stop':
      announce(turn, 'line');
      return { ...failFlight(turn, state, flight, { reason }), stopped: reason.code };
    case 'wait':
      return failFlight(turn, state, flight, { reason, floorMs });
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
  const push = withoutFlight(state.push, flight);
  if (!entry || flight.entries.length > 1) {
    return { ...state, push: { ...push, groups: [...halves(flight.entries, reason.facts['seq']), ...push.groups] } };
  }
  if (entry.withheld === null) return { ...state, push: { ...push, groups: [[{ ...entry, withheld: reason.code }], ...push.groups] } };
  return failFlight(turn, state, { ...flight, entries: [{ ...entry, withheld: null }] }, { reason });
}
