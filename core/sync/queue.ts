import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { queueItem } from '#shared/contract/queue.ts';
import type { RefusalFacts } from '#shared/domain/refusal.ts';
import type { FeatureHandlers } from '../handler.ts';
import { bytesOf } from './data-meter.ts';
import type { Reason } from './engine-state.ts';
import { findPullGuard } from './pull-guard-store.ts';
import { queueActs } from './queue-acts.ts';
import { stateOf } from './queue-state.ts';
import { listQueued, type QueuedRow } from './queue-store.ts';
import type { Sending, Sync } from './runner.ts';
import { standingOf } from './standing.ts';

export { queueSummary } from './queue-store.ts';

type QueueItem = z.input<typeof queueItem>;

/** What this PC has done and the hub has not taken: waiting, or come back and not yet mended. */
export function queueHandlers(sync: Pick<Sync, 'sending' | 'tryNow' | 'letPull' | 'retire'>): FeatureHandlers<'queue'> {
  return {
    list: (cx) => {
      const sending = sync.sending();
      return listQueued(cx.db).map((row) => itemOf(row, sending));
    },
    tryNow: () => {
      sync.tryNow();
      return {};
    },
    standing: ({ db }) => standingOf(db),
    pullGuard: ({ db }) => findPullGuard(db) ?? null,
    bytesSent: ({ db }, { applicationId }) => bytesOf(db, applicationId),
    ...queueActs(sync),
  };
}

function itemOf(row: QueuedRow, sending: Sending): QueueItem {
  const { seq: _seq, outcome: _outcome, detail: _detail, reason: _reason, disputed: _disputed, tries, ...shown } = row;
  const state = stateOf(row, sending);
  return {
    ...shown,
    state,
    tries: row.outcome === null ? tries : tries + 1,
    nextTryAt: nextTryAt(state, sending),
    reason: reasonOf(row, sending),
    problems: problemsOf(row),
  };
}

function nextTryAt(state: QueueItem['state'], { nextTryAt: tryAt, nextOfferAt }: Sending): Instant | null {
  if (state === 'waiting-for') return nextOfferAt;
  return state === 'waiting' || state === 'retrying' ? tryAt : null;
}

/** What was never tried waits for what the whole line waits for. */
function reasonOf({ outcome, detail, disputed, reason }: QueuedRow, sending: Sending): QueueItem['reason'] {
  if (disputed) return { code: 'answer-differs', facts: { ...flat(disputed.detail), before: outcome ?? '', now: disputed.outcome } };
  if (outcome !== null) return { code: outcome, facts: flat(detail) };
  const own: Reason | null = reason ?? (sending.reason === null ? null : { code: sending.reason, facts: {} });
  return own && { code: own.code, facts: { ...own.facts } };
}

/** The hub's answer as the facts of a sentence: its own fields, and the facts beside them. */
function flat(detail: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const { facts, ...own } = detail;
  return { ...(facts as RefusalFacts | undefined), ...(own as RefusalFacts) };
}

/** The field that the hub has named, in the words of the rule that found it. */
function problemsOf({ outcome, detail }: QueuedRow): QueueItem['problems'] {
  if (outcome !== 'refused') return [];
  const { step, field, code, ...facts } = flat(detail);
  return typeof step === 'string' && typeof field === 'string' ? [{ step, field, code: String(code), facts }] : [];
}
