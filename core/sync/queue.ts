import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { queueItem } from '#shared/contract/queue.ts';
import type { RefusalFacts } from '#shared/domain/refusal.ts';
import type { FeatureHandlers } from '../handler.ts';
import type { Reason } from './engine-state.ts';
import { listQueued, type QueuedRow } from './queue-store.ts';
import type { Sending, Sync } from './runner.ts';

export { queueSummary } from './queue-store.ts';

type QueueItem = z.input<typeof queueItem>;

/** What this PC has done and the hub has not taken: waiting, or come back and not yet mended. */
export function queueHandlers(sync: Pick<Sync, 'sending' | 'tryNow'>): FeatureHandlers<'queue'> {
  return {
    list: (cx) => {
      const sending = sync.sending();
      return listQueued(cx.db).map((row) => itemOf(row, sending));
    },
    tryNow: () => {
      sync.tryNow();
      return {};
    },
  };
}

function itemOf(row: QueuedRow, sending: Sending): QueueItem {
  const { seq: _seq, outcome: _outcome, detail: _detail, reason: _reason, tries, ...shown } = row;
  const state = stateOf(row, sending);
  return {
    ...shown,
    state,
    tries: row.outcome === null ? tries : tries + 1,
    nextTryAt: nextTryAt(state, sending),
    reason: reasonOf(row, sending),
  };
}

function stateOf({ seq, outcome, reason, tries }: QueuedRow, sending: Sending): QueueItem['state'] {
  if (outcome !== null) return outcome;
  if (sending.seqs.has(seq)) return 'sending';
  if (reason?.code === 'set-aside') return 'set-aside';
  if (reason?.code === 'hub-waiting') return 'waiting-for';
  return tries > 0 ? 'retrying' : 'waiting';
}

function nextTryAt(state: QueueItem['state'], { nextTryAt: tryAt, nextOfferAt }: Sending): Instant | null {
  if (state === 'waiting-for') return nextOfferAt;
  return state === 'waiting' || state === 'retrying' ? tryAt : null;
}

/** What was never tried waits for what the whole line waits for. */
function reasonOf({ outcome, detail, reason }: QueuedRow, sending: Sending): QueueItem['reason'] {
  if (outcome !== null) return { code: outcome, facts: flat(detail) };
  const own: Reason | null = reason ?? (sending.reason === null ? null : { code: sending.reason, facts: {} });
  return own && { code: own.code, facts: { ...own.facts } };
}

/** The hub's answer as the facts of a sentence: its own fields, and the facts beside them. */
function flat(detail: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const { facts, ...own } = detail;
  return { ...(facts as RefusalFacts | undefined), ...(own as RefusalFacts) };
}
