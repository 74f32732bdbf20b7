import { backoff, isOver, type Wait } from './backoff.ts';
import type { Flight, PushLane, QueuedEntry, Reason, SyncState } from './engine-state.ts';
import { announce, type Turn } from './turn.ts';

export interface Failure {
  readonly reason: Reason;
  /** How long the hub asked for itself. */
  readonly floorMs?: number | undefined;
}

export function withoutFlight(push: PushLane, flight: Flight): PushLane {
  return { ...push, flights: push.flights.filter(({ id }) => id !== flight.id) };
}

/** Groups to be sent again, in their place by the journal: behind what comes before them. */
export function putBack(push: PushLane, ...groups: readonly (readonly QueuedEntry[])[]): PushLane {
  const all = [...push.groups, ...groups].filter((group) => group.length > 0);
  return { ...push, groups: all.toSorted((one, other) => (one[0]?.seq ?? 0) - (other[0]?.seq ?? 0)) };
}

/** Back to its place in the queue, for another try. Two batches that fail together are one failure. */
export function failFlight(turn: Turn, state: SyncState, flight: Flight, { reason, floorMs = 0 }: Failure): SyncState {
  turn.effects.push({ kind: 'note-tries', seqs: flight.entries.map(({ seq }) => seq), reason });
  announce(turn, 'queue');
  const push = putBack(withoutFlight(state.push, flight), flight.entries);
  const isFirst = push.wait === null || isOver(push.wait, turn.nowMs);
  const level = isFirst ? push.level + 1 : push.level;
  const wait = isFirst || floorMs > 0 ? later(push.wait, backoff(level, turn, floorMs)) : push.wait;
  return { ...state, push: { ...push, level, wait, reason, isHeld: floorMs > 0 || (push.isHeld && !isFirst) } };
}

function later(one: Wait | null, other: Wait): Wait {
  return one !== null && one.untilMs > other.untilMs ? one : other;
}

/** What was read may be out of date: it is read anew once nothing is in flight. */
export function fromTheBeginning(push: PushLane): PushLane {
  return { ...push, groups: [], resweep: true };
}
