import type { RefusalFacts } from '#shared/domain/refusal.ts';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import type { WaitReason } from '#shared/text/en/queue.ts';
import type { Wait } from './backoff.ts';
import type { Silence } from './hub-reply.ts';

/** Why something waits, and the facts its sentence needs. */
export interface Reason {
  readonly code: WaitReason;
  readonly facts: RefusalFacts;
}

/** An entry of the journal that the hub has not answered, as far as the engine must know it. */
export interface QueuedEntry {
  readonly seq: number;
  readonly entryId: string;
  /** About how long it is on the line. */
  readonly bytes: number;
  /** The hub's code where it could not read the whole entry: it then goes as its hash alone, so that the chain holds and the others go. */
  readonly withheld: string | null;
  /** Of an epoch before the newest: what the hub has not taken of it by now it may refuse as a branch. */
  readonly isOld?: boolean | undefined;
}

/** One batch on its way, or answered, or being written down. */
export interface Flight {
  readonly id: number;
  /** Its first entry as it was sent. */
  readonly fromSeq: number;
  readonly entries: readonly QueuedEntry[];
  /** What the hub said, kept until everything before this batch has its answer: answers are written down in the order of the journal. */
  readonly answers: readonly EntryAnswer[] | null;
  readonly storing: boolean;
  /** It was sent while another was on its way, and may have reached the hub before it. */
  readonly chases: boolean;
}

/** Work that is done again and again: news, scans, probes. */
export interface Lane {
  readonly busy: boolean;
  readonly wanted: boolean;
  /** Failures in a row. */
  readonly level: number;
  readonly wait: Wait | null;
}

export interface HubWaits {
  readonly level: number;
  readonly wait: Wait | null;
}

export interface PushLane {
  readonly reading: boolean;
  /** What was read and not yet sent, in journal order. Each group goes by itself or in parts, never joined to another. */
  readonly groups: readonly (readonly QueuedEntry[])[];
  readonly flights: readonly Flight[];
  readonly nextFlightId: number;
  /** The journal was read up to here since the last sweep began; what came later is read next. */
  readonly sweptSeq: number;
  readonly more: boolean;
  /** Something was written while a read was under way. */
  readonly woken: boolean;
  /** Read from the beginning once nothing is in flight: for entries that the hub waits with. */
  readonly resweep: boolean;
  readonly level: number;
  readonly wait: Wait | null;
  readonly reason: Reason | null;
  /** The wait is the hub's own wish, which nobody here overrides. */
  readonly isHeld: boolean;
  /** Halved by every batch that got no answer, for lines that carry little. */
  readonly mostEntries: number;
  /** When entries that the hub waits with are offered again. */
  readonly hubWaits: HubWaits;
  /** One batch at a time until all that was read has gone: two did not reach the hub in order, or one of them cannot be read. */
  readonly alone: boolean;
  /** A new epoch is being opened, or it is being noted what the hub has lost: nothing is read or sent meanwhile. */
  readonly mending: boolean;
}

export interface LineState {
  readonly state: 'up' | 'down' | 'cut' | 'unknown';
  readonly sinceMs: number | null;
  readonly reason: Silence | null;
}

export interface SyncState {
  readonly line: LineState;
  readonly lastContactMs: number | null;
  /** What must be added to this PC's clock to get the hub's. */
  readonly hubOffsetMs: number;
  /** Nothing is sent any more until a person says try now. */
  readonly stopped: WaitReason | null;
  readonly push: PushLane;
  readonly pull: Lane;
  /** The hub wants unusually much removed, and nobody has allowed it yet. */
  readonly isPullHeld: boolean;
  /** The hub's epoch behind which this file has opened its own since the program started; null: it was not set back. */
  readonly setBackBehind: number | null;
  /** This PC is to stop once everything is sent. */
  readonly retiring: boolean;
  readonly leave: Lane;
  readonly scans: Lane;
  readonly probe: Lane;
  readonly scheduledMs: number | null;
}

export const mostBatchEntries = 500;
export const mostBatchBytes = 512_000;
/** While one is written down at the hub the next travels; a hub that gets the second first waits a moment for its predecessor. */
export const mostFlights = 2;

export const idle: Lane = { busy: false, wanted: false, level: 0, wait: null };

export const initialState: SyncState = {
  line: { state: 'unknown', sinceMs: null, reason: null },
  lastContactMs: null,
  hubOffsetMs: 0,
  stopped: null,
  push: {
    reading: false,
    groups: [],
    flights: [],
    nextFlightId: 1,
    sweptSeq: 0,
    more: false,
    woken: false,
    resweep: false,
    level: 0,
    wait: null,
    reason: null,
    isHeld: false,
    mostEntries: mostBatchEntries,
    hubWaits: { level: 0, wait: null },
    alone: false,
    mending: false,
  },
  pull: idle,
  isPullHeld: false,
  setBackBehind: null,
  retiring: false,
  leave: idle,
  scans: idle,
  probe: idle,
  scheduledMs: null,
};
