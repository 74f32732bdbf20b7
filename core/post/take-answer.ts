import type { KeyObject } from 'node:crypto';
import type { EntryAnswer, PushAnswer } from '#shared/protocol/messages.ts';
import type { LetterFromHub } from '#shared/protocol/post.ts';
import type { CommandContext } from '../context.ts';
import { noteAtHub } from '../documents/service.ts';
import { countOfficeEntries, findEntryHash } from '../journal/journal.ts';
import { keepProof, proofOf, readContact, takeAnswers, takePage, type ApplyContext } from '../sync/service.ts';
import type { ReadAnswer } from './answer.ts';

/** What reading an answer did here. */
export interface AnswerTaken {
  /** Acts that the queue page counts, too; what concerns this PC alone is answered with them. */
  readonly answered: number;
  readonly refused: number;
  readonly conflicts: number;
  readonly changes: number;
  readonly scans: number;
  readonly stoppedBy: string | null;
}

/** Does with each word of a letter what the line would have done with it, in the one transaction of the act. */
export function takeAnswer(cx: CommandContext, hubKey: KeyObject, { content }: ReadAnswer): AnswerTaken {
  const apply: ApplyContext = {
    db: cx.db,
    chain: cx.office,
    now: cx.now,
    newId: cx.newId,
    announce: (...topics) => cx.announce(...topics),
  };
  const given = content.pushes.flatMap((one) => (one.kind === 'answer' ? [one.answer] : []));
  const answers = given.flatMap((one) => one.answers);
  takeAnswers(apply, answers);
  for (const one of given) keepSignature(cx, hubKey, one);
  for (const sha256 of content.scans) noteAtHub(cx.db, sha256, cx.now);
  const settled = answers.filter(({ outcome }) => outcome !== 'waiting').map(({ entryId }) => entryId);
  const stop = content.pushes.find((one) => one.kind === 'refusal');
  return {
    answered: countOfficeEntries(cx.db, settled),
    refused: count(answers, 'refused'),
    conflicts: count(answers, 'conflict'),
    changes: takePages(apply, content.pages),
    scans: content.scans.length,
    stoppedBy: stop?.kind === 'refusal' ? stop.refusal.code : null,
  };
}

function count(answers: readonly EntryAnswer[], outcome: EntryAnswer['outcome']): number {
  return answers.filter((answer) => answer.outcome === outcome).length;
}

function keepSignature(cx: CommandContext, hubKey: KeyObject, { countersign }: PushAnswer): void {
  const hash = countersign && findEntryHash(cx.db, countersign.seq);
  if (!countersign || !hash) return;
  const last = { seq: countersign.seq, hash };
  keepProof(cx.db, proofOf({ deviceId: cx.office.deviceId, hubKey, last }, countersign), cx.now);
}

/**
 * Only pages that follow on what this PC has read: where the line came back meanwhile, it has brought them, and newer ones. What the hub
 * said is as old as the letter.
 */
function takePages(apply: ApplyContext, pages: LetterFromHub['pages']): number {
  let changes = 0;
  for (const { after, page } of pages) {
    const contact = readContact(apply.db);
    if (after !== contact.cursor || (contact.feed !== null && contact.feed !== page.feed)) return changes;
    const at = contact.lastContactAt !== null && contact.lastContactAt > page.hubTime ? contact.lastContactAt : page.hubTime;
    if (!takePage(apply, page, { at, hubOffsetMs: contact.hubOffsetMs })) return changes;
    changes += page.changes.length;
  }
  return changes;
}
