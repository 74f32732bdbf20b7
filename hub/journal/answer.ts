import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import { applied, type ActOutcome } from '../acts/act.ts';
import { applyEntry, applyTogether, isActKind, togetherKind, type ApplyContext } from '../acts/apply.ts';
import { keyedHash, type HubKey } from '../hub-key.ts';
import { placeOf } from './chain.ts';
import type { AnsweredEntry, StoredEntry } from './store.ts';

/** What answers a batch's entries, or stands in their way. */
export interface Earlier {
  readonly stored: ReadonlyMap<string, StoredEntry>;
  /** Subjects of which an entry waits, with its id. */
  readonly waiting: ReadonlyMap<string, string>;
}

/** Answers a batch in its order: an entry with an answer gets it again, one whose subject waits waits behind it, the others are applied. */
export async function answerAll(cx: ApplyContext, entries: readonly PushedEntry[], earlier: Earlier): Promise<AnsweredEntry[]> {
  const waiting = new Map(earlier.waiting);
  const answerBefore = (entry: PushedEntry) => earlier.stored.get(placeOf(entry))?.answer;
  const outcomeOf = inRuns(cx, entries, (entry) => !answerBefore(entry) && !waiting.has(entry.subject));
  const answered: AnsweredEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    const before = answerBefore(entry);
    const ahead = waiting.get(entry.subject);
    if (before) answered.push({ entry, answer: repeated(before) });
    else if (ahead !== undefined) answered.push({ entry, answer: { entryId: entry.entryId, outcome: 'waiting', waitingFor: ahead } });
    else {
      const answer = answerOf(cx.key, entry, await outcomeOf(entry, index));
      if (answer.outcome === 'waiting') waiting.set(entry.subject, entry.entryId);
      answered.push({ entry, answer });
    }
  }
  return answered;
}

/**
 * Applies entries in their order, a run of like acts at once where that gives the same. A run that does not go is tried by half, down to
 * one entry by itself, and runs grow again as acts succeed: a batch of nothing but conflicts costs hardly more than one by one.
 */
function inRuns(cx: ApplyContext, entries: readonly PushedEntry[], isOpen: (entry: PushedEntry) => boolean) {
  const done = new Set<PushedEntry>();
  let most = entries.length;
  return async (entry: PushedEntry, index: number): Promise<ActOutcome> => {
    if (done.has(entry)) return applied;
    if (entry.kind !== togetherKind) return applyEntry(cx, entry);
    const run = runOf(entries.slice(index), isOpen);
    for (most = Math.min(most, run.length); most > 1; most = Math.floor(most / 2)) {
      const part = run.slice(0, most);
      if (!(await applyTogether(cx, part))) continue;
      part.forEach((one) => done.add(one));
      most = entries.length;
      return applied;
    }
    const outcome = await applyEntry(cx, entry);
    most = outcome.outcome === 'applied' ? 2 : 1;
    return outcome;
  };
}

/** The acts that can be applied together before the first other act; what is history only, or is not to be applied, lies between unharmed. */
function runOf(entries: readonly PushedEntry[], isOpen: (entry: PushedEntry) => boolean): readonly PushedEntry[] {
  const end = entries.findIndex(({ kind }) => kind !== togetherKind && isActKind(kind));
  return entries.slice(0, end === -1 ? entries.length : end).filter((entry) => entry.kind === togetherKind && isOpen(entry));
}

/** The same answer again; what was applied the first time is a duplicate now. */
function repeated(answer: EntryAnswer): EntryAnswer {
  return answer.outcome === 'applied' ? { ...answer, outcome: 'duplicate' } : answer;
}

function answerOf(key: HubKey, entry: PushedEntry, outcome: ActOutcome): EntryAnswer {
  const { entryId } = entry;
  return outcome.outcome === 'waiting' ? { entryId, ...outcome } : { entryId, hubReceipt: receiptOf(key, entry), ...outcome };
}

/** Only this hub can make it, and it can check it again: HMAC of the entry's hash. */
function receiptOf(key: HubKey, entry: PushedEntry): string {
  return keyedHash(key, 'receipt', entry.hash).toString('hex').slice(0, 32);
}
