import type { EntryAnswer } from '#shared/protocol/messages.ts';
import type { Moment } from './backoff.ts';
import type { QueuedEntry, Reason } from './engine-state.ts';
import type { PullAnswer } from './hub-client.ts';
import type { HubRefusal, HubSilence } from './hub-reply.ts';

/** What happened. Every event carries the time and the chance of its step, so that the engine has none of its own. */
export type SyncEvent = Moment & Happening;

export type Happening =
  | { readonly kind: 'started'; readonly lastContactMs: number | null; readonly hubOffsetMs: number }
  | { readonly kind: 'tick' }
  | { readonly kind: 'wakened'; readonly why: 'new-entry' | 'try-now' }
  | { readonly kind: 'batch-read'; readonly entries: readonly QueuedEntry[] }
  | { readonly kind: 'read-failed' }
  | { readonly kind: 'push-answered'; readonly flightId: number; readonly outcome: PushOutcome }
  | { readonly kind: 'answers-stored'; readonly flightId: number; readonly ok: boolean }
  | { readonly kind: 'pull-answered'; readonly outcome: PullOutcome }
  | { readonly kind: 'applied'; readonly ok: boolean; readonly more: boolean; readonly changes: number }
  /** `none`: nothing is left to send. `skipped`: this one cannot be sent, the next may. `failed`: this PC's own file erred. */
  | { readonly kind: 'scan-done'; readonly outcome: { readonly kind: 'sent' | 'skipped' | 'none' | 'failed' } | HubRefusal | HubSilence }
  | { readonly kind: 'probed'; readonly ok: boolean }
  /** The hub answered somebody else: a look-up, a one-time code. */
  | { readonly kind: 'contact' }
  | { readonly kind: 'line-cut'; readonly cut: boolean };

export type PushOutcome =
  | { readonly kind: 'answer'; readonly answers: readonly EntryAnswer[]; readonly hubTimeMs: number }
  | HubRefusal
  | HubSilence;

export type PullOutcome = { readonly kind: 'answer'; readonly page: PullAnswer; readonly hubTimeMs: number } | HubRefusal | HubSilence;

/** What is to be done. Every effect but the last four is answered by its event. */
export type SyncEffect =
  | { readonly kind: 'read-batch'; readonly afterSeq: number; readonly limit: number }
  | { readonly kind: 'push'; readonly flightId: number; readonly entries: readonly QueuedEntry[] }
  | { readonly kind: 'store-answers'; readonly flightId: number; readonly answers: readonly EntryAnswer[]; readonly hubOffsetMs: number }
  | { readonly kind: 'pull' }
  | { readonly kind: 'apply-page'; readonly page: PullAnswer; readonly hubOffsetMs: number }
  | { readonly kind: 'send-scan' }
  | { readonly kind: 'probe' }
  | { readonly kind: 'note-tries'; readonly seqs: readonly number[]; readonly reason: Reason }
  | { readonly kind: 'announce'; readonly topics: readonly ('queue' | 'line')[] }
  /** One alarm: this one replaces the last; null: none. Answered by `tick`. */
  | { readonly kind: 'schedule'; readonly atMs: number | null };
