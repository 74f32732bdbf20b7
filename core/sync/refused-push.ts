import { assertNever } from '#shared/base/assert-never.ts';
import { halves } from './batch.ts';
import type { Flight, SyncState } from './engine-state.ts';
import { failFlight, withoutFlight } from './flight.ts';
import type { HubRefusal } from './hub-reply.ts';
import { senseOf } from './refusal-sense.ts';
import { announce, type Turn } from './turn.ts';

export function onPushRefused(turn: Turn, state: SyncState, flight: Flight, refusal: HubRefusal): SyncState {
  const sense = senseOf(refusal);
  switch (sense.kind) {
    case 'stop':
      announce(turn, 'line');
      return { ...failFlight(turn, state, flight, { reason: { code: 'revoked', facts: { code: refusal.code } } }), stopped: 'revoked' };
    case 'wait':
      return failFlight(turn, state, flight, sense);
    case 'unreadable':
      return onUnreadable(turn, state, flight, { code: refusal.code, seq: sense.seq });
    default:
      return assertNever(sense);
  }
}

/**
 * Somewhere in the batch is what the hub cannot read: its parts go by themselves until it stands alone, and then it goes as its hash. An
 * entry whose very hash is refused holds up the chain, and a person must look.
 */
function onUnreadable(
  turn: Turn,
  state: SyncState,
  flight: Flight,
  { code, seq }: { readonly code: string; readonly seq: number | null },
): SyncState {
  const [entry] = flight.entries;
  const push = withoutFlight(state.push, flight);
  if (!entry || flight.entries.length > 1) return { ...state, push: { ...push, groups: [...halves(flight.entries, seq), ...push.groups] } };
  if (entry.withheld === null) return { ...state, push: { ...push, groups: [[{ ...entry, withheld: code }], ...push.groups] } };
  const whole = { ...flight, entries: [{ ...entry, withheld: null }] };
  return failFlight(turn, state, whole, { reason: { code: code.startsWith('chain.') ? 'chain-broken' : 'hub-error', facts: { code } } });
}
