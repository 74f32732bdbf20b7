import type { EntryAnswer } from '#shared/protocol/messages.ts';
import type { Moment } from './backoff.ts';
import type { QueuedEntry, Reason } from './engine-state.ts';
import type { AlarmCode } from './alarm-store.ts';
import type { HubHead } from './head.ts';
import type { PullAnswer } from './hub-client.ts';
import type { HubRefusal, HubSilence } from './hub-reply.ts';

/** What happened. Every event carries the time and the chance of its step, so that the engine has none of its own. */
export type SyncEvent = Moment & Happening;

export type Happening =
  | {
      readonly kind: 'started';
      readonly lastContactMs: number | null;
      readonly hubOffsetMs: number;
      /** This PC was told to stop, and has not yet sent everything. */
      readonly retiring?: boolean | undefined;
    }
  | { readonly kind: 'tick' }
  | { readonly kind: 'wakened'; readonly why: 'new-entry' | 'try-now' }
  /** A person has let removals through (`let-pull`), or has asked to leave the office (`retire`). */
  | { readonly kind: 'let-pull' }
  | { readonly kind: 'retire' }
  | { readonly kind: 'batch-read'; readonly entries: readonly QueuedEntry[] }
  | { readonly kind: 'read-failed' }
  | { readonly kind: 'push-answered'; readonly flightId: number; readonly outcome: PushOutcome }
  | { readonly kind: 'answers-stored'; readonly flightId: number; readonly ok: boolean }
  | { readonly kind: 'pull-answered'; readonly outcome: PullOutcome }
  | {
      readonly kind: 'applied';
      readonly ok: boolean;
      readonly more: boolean;
      readonly changes: number;
      /** Nothing of the page was applied: it removes too much to go unasked. */
      readonly held?: boolean | undefined;
      readonly retiring?: boolean | undefined;
    }
  | { readonly kind: 'epoch-opened'; readonly ok: boolean }
  | { readonly kind: 'resend-noted'; readonly ok: boolean }
  /** `not-yet`: something still lies in the queue. */
  | { readonly kind: 'leave-done'; readonly outcome: { readonly kind: 'left' | 'not-yet' | 'failed' } | HubRefusal | HubSilence }
  /** `none`: nothing is left to send. `skipped`: this one cannot be sent, the next may. `failed`: this PC's own file erred. */
  | { readonly kind: 'scan-done'; readonly outcome: { readonly kind: 'sent' | 'skipped' | 'none' | 'failed' } | HubRefusal | HubSilence }
  | { readonly kind: 'probed'; readonly ok: boolean }
  /** The hub answered somebody else: a look-up, a one-time code. */
  | { readonly kind: 'contact' }
  | { readonly kind: 'line-cut'; readonly cut: boolean };

/** What the hub's head says beside this file's own journal; see `head.ts`. */
interface SeenHead {
  /** This file is behind the hub, or beside it. */
  readonly setBack?: HubHead | undefined;
  /** The hub has lost what it had answered from here on. */
  readonly lostFrom?: number | undefined;
}

export type PushOutcome =
  | ({ readonly kind: 'answer'; readonly answers: readonly EntryAnswer[]; readonly hubTimeMs: number } & SeenHead)
  | HubRefusal
  | HubSilence;

export type PullOutcome =
  | ({ readonly kind: 'answer'; readonly page: PullAnswer; readonly hubTimeMs: number } & SeenHead)
  | HubRefusal
  | HubSilence;

/** What is to be done. Every effect but the last six is answered by its event. */
export type SyncEffect =
  | { readonly kind: 'read-batch'; readonly afterSeq: number; readonly limit: number }
  | { readonly kind: 'push'; readonly flightId: number; readonly entries: readonly QueuedEntry[] }
  | { readonly kind: 'store-answers'; readonly flightId: number; readonly answers: readonly EntryAnswer[]; readonly hubOffsetMs: number }
  | { readonly kind: 'pull' }
  | { readonly kind: 'apply-page'; readonly page: PullAnswer; readonly hubOffsetMs: number }
  | { readonly kind: 'send-scan' }
  | { readonly kind: 'probe' }
  /** A new epoch that goes on from the hub's head, in the file. Answered by `epoch-opened`. */
  | { readonly kind: 'open-epoch'; readonly hubHead: HubHead }
  /** From here on everything is to be sent again, whatever answers it has. Answered by `resend-noted`. */
  | { readonly kind: 'note-resend'; readonly fromSeq: number }
  /** Says goodbye to the hub, if nothing lies in the queue. Answered by `leave-done`. */
  | { readonly kind: 'leave' }
  /** Rows of older epochs from here on stand on a branch: they are kept for a supervisor and sent no more. */
  | { readonly kind: 'set-aside'; readonly fromSeq: number; readonly code: string }
  | { readonly kind: 'note-shut-out'; readonly code: 'device.revoked' | 'device.left' }
  | { readonly kind: 'alarm'; readonly code: AlarmCode }
  | { readonly kind: 'note-tries'; readonly seqs: readonly number[]; readonly reason: Reason }
  | { readonly kind: 'announce'; readonly topics: readonly ('queue' | 'line')[] }
  /** One alarm: this one replaces the last; null: none. Answered by `tick`. */
  | { readonly kind: 'schedule'; readonly atMs: number | null };
