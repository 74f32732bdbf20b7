import { assertNever } from '#shared/base/assert-never.ts';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { backoff } from './backoff.ts';
import { grouped } from './batch.ts';
import type { Happening } from './engine-io.ts';
import { mostBatchEntries, type Flight, type HubWaits, type PushLane, type QueuedEntry, type SyncState } from './engine-state.ts';
import { failFlight, fromTheBeginning, putBack, withoutFlight } from './flight.ts';
import { contact, lost } from './line.ts';
import { mendChain } from './mend.ts';
import { onPushRefused } from './refused-push.ts';
import { announce, type Turn } from './turn.ts';

export function onBatchRead(state: SyncState, entries: readonly QueuedEntry[]): SyncState {
  const { push } = state;
  // What was read before the file or the hub turned out to be set back is out of date.
  if (push.resweep || push.mending) return { ...state, push: { ...push, reading: false, resweep: true } };
  return {
    ...state,
    push: {
      ...push,
      reading: false,
      sweptSeq: entries.at(-1)?.seq ?? push.sweptSeq,
      more: entries.length >= mostBatchEntries || push.woken,
      groups: [...push.groups, ...grouped(entries)],
    },
  };
}

export function onReadFailed(turn: Turn, state: SyncState): SyncState {
  const level = state.push.level + 1;
  const reason = { code: 'not-saved', facts: {} } as const;
  return { ...state, push: { ...state.push, reading: false, level, wait: backoff(level, turn), reason, isHeld: false } };
}

export function onPushAnswered(
  turn: Turn,
  state: SyncState,
  { flightId, outcome }: Happening & { readonly kind: 'push-answered' },
): SyncState {
  const flight = state.push.flights.find(({ id }) => id === flightId);
  if (!flight) return state;
  switch (outcome.kind) {
    case 'silence':
      return failFlight(turn, lost(turn, smaller(state), outcome.reason), flight, { reason: { code: outcome.reason, facts: {} } });
    case 'refusal':
      return onPushRefused(turn, contact(turn, state), flight, outcome);
    case 'answer':
      return mendChain(
        turn,
        onAnswered(turn, { ...contact(turn, state), hubOffsetMs: outcome.hubTimeMs - turn.nowMs }, flight, outcome.answers),
        outcome,
      );
    default:
      return assertNever(outcome);
  }
}

/** Only now may the entries leave: their answers are on the disk, and with them what follows from them, which is read next. */
export function onAnswersStored(
  turn: Turn,
  state: SyncState,
  { flightId, ok }: Happening & { readonly kind: 'answers-stored' },
): SyncState {
  const flight = state.push.flights.find(({ id }) => id === flightId);
  if (!flight) return state;
  if (!ok) {
    // A commit that failed may have committed: what has its answer by now is not sent as if it had none.
    const failed = failFlight(turn, state, flight, { reason: { code: 'not-saved', facts: {} } });
    return { ...failed, push: fromTheBeginning(failed.push) };
  }
  announce(turn, 'queue');
  return {
    ...state,
    push: { ...withoutFlight(state.push, flight), more: true, alone: state.push.alone && state.push.groups.length > 0 },
    pull: { ...state.pull, wanted: true },
    scans: { ...state.scans, wanted: true },
  };
}

/** What has no answer in a half answer stays, and so does what the hub took by its hash alone. */
function onAnswered(turn: Turn, state: SyncState, flight: Flight, given: readonly EntryAnswer[]): SyncState {
  const answerById = new Map(given.filter(isProof).map((answer) => [answer.entryId, answer]));
  const answered = flight.entries.filter(({ entryId }) => answerById.has(entryId));
  const missing = flight.entries.filter(({ entryId }) => !answerById.has(entryId));
  if (answered.length === 0) return failFlight(turn, state, flight, { reason: { code: 'not-answered', facts: {} } });
  if (missing.length > 0) {
    turn.effects.push({ kind: 'note-tries', seqs: missing.map(({ seq }) => seq), reason: { code: 'not-answered', facts: {} } });
  }
  const byHash = answered.filter(({ entryId, withheld }) => withheld !== null && isTaken(answerById.get(entryId)));
  for (const { seq, withheld } of byHash) {
    turn.effects.push({ kind: 'note-tries', seqs: [seq], reason: { code: 'set-aside', facts: { code: withheld ?? '' } } });
  }
  const answers = answered.filter((entry) => !byHash.includes(entry)).flatMap(({ entryId }) => answerById.get(entryId) ?? []);
  const push: PushLane = {
    ...putBack(state.push, ...grouped(missing)),
    flights: state.push.flights.map((one) => (one === flight ? { ...flight, entries: answered, answers } : one)),
    level: 0,
    wait: null,
    reason: null,
    isHeld: false,
    mostEntries: Math.min(mostBatchEntries, state.push.mostEntries * 2),
    hubWaits: hubWaitsAfter(turn, state.push, answers),
  };
  return { ...state, push };
}

/** One after the other, and each once everything before it has its answer; flights stand in the order of the journal. */
export function storeNext(turn: Turn, state: SyncState): SyncState {
  const { push, hubOffsetMs } = state;
  const [first] = push.flights;
  const isNext = first !== undefined && first.fromSeq <= (push.groups[0]?.[0]?.seq ?? Infinity);
  if (!isNext || first.answers === null || first.storing) return state;
  turn.effects.push({ kind: 'store-answers', flightId: first.id, answers: first.answers, hubOffsetMs });
  return { ...state, push: { ...push, flights: push.flights.map((one) => (one === first ? { ...first, storing: true } : one)) } };
}

/** Without the hub's receipt an answer proves nothing, and nothing leaves the queue by it. */
function isProof(answer: EntryAnswer): boolean {
  return answer.outcome === 'waiting' || answer.hubReceipt !== '';
}

function isTaken(answer: EntryAnswer | undefined): boolean {
  return answer?.outcome === 'applied' || answer?.outcome === 'duplicate';
}

/** Every entry that got its answer may be what another one waits for, so those are offered again soon. */
function hubWaitsAfter(turn: Turn, { hubWaits }: PushLane, answers: readonly EntryAnswer[]): HubWaits {
  const waiting = answers.filter(({ outcome }) => outcome === 'waiting').length;
  if (waiting === 0 && hubWaits.wait === null) return hubWaits;
  const level = waiting < answers.length ? 1 : hubWaits.level + 1;
  return { level, wait: backoff(level, turn) };
}

/** A line that carried nothing of a large batch may carry a smaller one. The second of two that were lost together says nothing new. */
function smaller(state: SyncState): SyncState {
  if (state.line.state === 'down') return state;
  return { ...state, push: { ...state.push, mostEntries: Math.max(1, Math.ceil(state.push.mostEntries / 2)) } };
}
