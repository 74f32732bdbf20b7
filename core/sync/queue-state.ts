import type * as z from 'zod';
import type { queueItem } from '#shared/contract/queue.ts';
import type { QueuedRow } from './queue-store.ts';
import type { Sending } from './runner.ts';

/** How an entry of the queue stands; without `sending`, as the file alone says. */
export function stateOf({ seq, outcome, disputed, reason, tries }: QueuedRow, sending?: Sending): z.input<typeof queueItem>['state'] {
  if (disputed) return 'conflict';
  if (outcome === 'refused' || outcome === 'conflict') return outcome;
  if (sending?.seqs.has(seq)) return 'sending';
  if (reason?.code === 'set-aside' || reason?.code === 'forked') return 'set-aside';
  if (reason?.code === 'hub-waiting' || reason?.code === 'answer-unknown') return 'waiting-for';
  return tries > 0 ? 'retrying' : 'waiting';
}
