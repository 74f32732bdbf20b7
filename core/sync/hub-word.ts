import type { Instant } from '#shared/base/instant.ts';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { noteHeardAgain } from '../office/device-state.ts';
import { applyAnswer } from './apply-answer.ts';
import { applyChanges } from './apply-changes.ts';
import type { Reason } from './engine-state.ts';
import { untold } from './feed.ts';
import type { PullAnswer } from './hub-client.ts';
import type { ApplyContext } from './hub-entry.ts';
import { unknownOutcome } from './push-reply.ts';
import { mayApply } from './removal-guard.ts';
import { findEntry, insertAnswer, noteTries, writeContact } from './store.ts';

/** Writes the hub's answers down with what follows from each here, whether they came over the line or in a letter. */
export function takeAnswers(cx: ApplyContext, answers: readonly EntryAnswer[]): void {
  for (const answer of answers) {
    if (answer.outcome === 'waiting') noteWaiting(cx, answer);
    else {
      const entry = insertAnswer(cx.db, answer, cx.now);
      if (entry) applyAnswer(cx, entry, answer);
    }
  }
}

/** When the hub said it, and what must be added to this PC's clock to get the hub's. */
interface Heard {
  readonly at: Instant;
  readonly hubOffsetMs: number;
}

/** Applies a page of changes and moves the cursor behind it. False: the page removes too much, and nothing of it was applied. */
export function takePage(cx: ApplyContext, page: PullAnswer, { at, hubOffsetMs }: Heard): boolean {
  const { db, now } = cx;
  const { more, next, feed } = page;
  // A PC that the hub answers is not shut out, whatever it was before.
  noteHeardAgain(db, now);
  const changes = more ? page.changes : withoutUntold(cx, page.changes);
  if (!mayApply(db, { changes, more }, now)) {
    writeContact(db, { at, hubOffsetMs });
    return false;
  }
  applyChanges(cx, changes);
  writeContact(db, { cursor: next, feed, at, hubOffsetMs, heardAll: !more });
  return true;
}

/** At the end of the run what was never told is gone; what the page itself still tells is not. */
function withoutUntold({ db }: ApplyContext, changes: PullAnswer['changes']): PullAnswer['changes'] {
  const left = untold(db);
  if (left.length === 0) return changes;
  const told = new Set(changes.map(({ kind, key }) => `${kind}:${key}`));
  return [...changes, ...left.filter(({ key }) => !told.has(key))];
}

function noteWaiting({ db, now }: ApplyContext, { entryId, waitingFor }: { readonly entryId: string; readonly waitingFor: string }): void {
  const entry = findEntry(db, entryId);
  if (entry) noteTries(db, [entry.seq], { reason: waitReason(waitingFor), at: now });
}

function waitReason(waitingFor: string): Reason {
  if (!waitingFor.startsWith(unknownOutcome)) return { code: 'hub-waiting', facts: { waitingFor } };
  return { code: 'answer-unknown', facts: { outcome: waitingFor.slice(unknownOutcome.length) } };
}
