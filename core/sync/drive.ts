import { isOver } from './backoff.ts';
import { takeFirst } from './batch.ts';
import { mostBatchEntries, mostFlights, type Flight, type Lane, type PushLane, type SyncState } from './engine-state.ts';
import type { Turn } from './turn.ts';

/** Begins whatever may begin now. */
export function drive(turn: Turn, state: SyncState): SyncState {
  if (state.stopped !== null || state.line.state === 'cut') return state;
  if (state.line.state === 'down') return { ...state, probe: begin(turn, state.probe, { due: true, effect: 'probe' }) };
  const push = drivePush(turn, state.push, state.line.state === 'up' ? mostFlights : 1);
  const pull = begin(turn, state.pull, { due: !state.isPullHeld, effect: 'pull' });
  const scans = begin(turn, state.scans, { due: state.scans.wanted && isQuiet(push), effect: 'send-scan' });
  const isEmpty = isQuiet(push) && !scans.wanted && !scans.busy;
  const leave = begin(turn, state.leave, { due: state.retiring && isEmpty, effect: 'leave' });
  return { ...state, push, pull, scans, leave };
}

/** Sets the alarm for the next wait that ends by itself. */
export function schedule(turn: Turn, state: SyncState): SyncState {
  const ends = waitsOf(state)
    .map((wait) => wait?.untilMs ?? 0)
    .filter((untilMs) => untilMs > turn.nowMs);
  const scheduledMs = ends.length > 0 ? Math.min(...ends) : null;
  if (scheduledMs === state.scheduledMs) return state;
  turn.effects.push({ kind: 'schedule', atMs: scheduledMs });
  return { ...state, scheduledMs };
}

function waitsOf({ stopped, line, push, pull, isPullHeld, scans, probe, retiring, leave }: SyncState) {
  if (stopped !== null || line.state === 'cut') return [];
  if (line.state === 'down') return [probe.wait];
  return [push.wait, push.hubWaits.wait, scans.wait, ...(isPullHeld ? [] : [pull.wait]), ...(retiring ? [leave.wait] : [])];
}

/** What is wanted does not wait for its turn, but for the end of a failure it does. */
function begin(
  turn: Turn,
  lane: Lane,
  { due, effect }: { readonly due: boolean; readonly effect: 'probe' | 'pull' | 'send-scan' | 'leave' },
): Lane {
  const free = isOver(lane.wait, turn.nowMs) || (lane.wanted && lane.level === 0);
  if (lane.busy || !due || !free) return lane;
  turn.effects.push({ kind: effect });
  return { ...lane, busy: true, wanted: false, wait: null };
}

function drivePush(turn: Turn, push: PushLane, most: number): PushLane {
  if (push.mending) return push;
  const offered = push.hubWaits.wait !== null && isOver(push.hubWaits.wait, turn.nowMs);
  const swept = sweepAgain(offered ? { ...push, resweep: true, hubWaits: { ...push.hubWaits, wait: null } } : push);
  const isDoubtful = swept.alone || swept.level > 0 || swept.mostEntries < mostBatchEntries;
  const slots = isDoubtful ? 1 : most;
  return isOver(swept.wait, turn.nowMs) ? read(turn, sendAll(turn, swept, slots), slots) : swept;
}

/** Not before all that was read had its turn: it would be read a second time, and what is known of it forgotten. */
function sweepAgain(push: PushLane): PushLane {
  if (!push.resweep || push.reading || push.flights.length > 0 || push.groups.length > 0) return push;
  return { ...push, resweep: false, sweptSeq: 0, more: true };
}

/** Batches that are with the hub or being written down; one that is answered and waits for its predecessor takes no room. */
function onTheirWay({ flights }: PushLane): number {
  return flights.filter(({ answers, storing }) => answers === null || storing).length;
}

function sendAll(turn: Turn, push: PushLane, slots: number): PushLane {
  if (onTheirWay(push) >= slots || push.groups.length === 0) return push;
  const { first, rest } = takeFirst(push.groups, push.mostEntries);
  const id = push.nextFlightId;
  turn.effects.push({ kind: 'push', flightId: id, entries: first });
  const flight: Flight = { id, fromSeq: first[0]?.seq ?? 0, entries: first, answers: null, storing: false, chases: onTheirWay(push) > 0 };
  const flights = [...push.flights, flight].toSorted((one, other) => one.fromSeq - other.fromSeq);
  return sendAll(turn, { ...push, groups: rest, nextFlightId: id + 1, flights }, slots);
}

function read(turn: Turn, push: PushLane, slots: number): PushLane {
  // While something has yet to be read from the beginning, reading on would send it out of order.
  if (push.reading || !push.more || push.resweep || push.groups.length > 0 || onTheirWay(push) >= slots) return push;
  turn.effects.push({ kind: 'read-batch', afterSeq: push.sweptSeq, limit: mostBatchEntries });
  return { ...push, reading: true, woken: false };
}

/** Every entry had its turn: the time for scans, which follow the row they belong to. */
function isQuiet({ reading, more, resweep, groups, flights }: PushLane): boolean {
  return !reading && !more && !resweep && groups.length === 0 && flights.length === 0;
}
