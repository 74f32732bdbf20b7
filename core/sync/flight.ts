import { backoff } from './backoff.ts';
import type { Flight, PushLane, Reason, SyncState } from './engine-state.ts';
import { announce, type Turn } from './turn.ts';

export interface Failure {
  readonly reason: Reason;
  /** How long the hub asked for itself. */
  readonly floorMs?: number | undefined;
}

export function withoutFlight(push: PushLane, flight: Flight): PushLane {
  return { ...push, flights: push.flights.filter(({ id }) => id !== flight.id) };
}

/** Back to the front of the queue, for another try. */
export function failFlight(turn: Turn, state: SyncState, flight: Flight, { reason, floorMs = 0 }: Failure): SyncState {
  turn.effects.push({ kind: 'note-tries', seqs: flight.entries.map(({ seq }) => seq), reason });
  announce(turn, 'queue');
  const push = withoutFlight(state.push, flight);
  const level = push.level + 1;
  return {
    ...state,
    push: { ...push, groups: [flight.entries, ...push.groups], level, wait: backoff(level, turn, floorMs), reason, isHeld: floorMs > 0 },
  };
}
