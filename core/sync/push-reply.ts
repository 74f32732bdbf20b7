import * as z from 'zod';
import { entryAnswer, pushAnswer, type EntryAnswer } from '#shared/protocol/messages.ts';

/** How an answer of a kind that this version does not know stands with the entry, as what it waits for. */
export const unknownOutcome = 'unknown-outcome:';

const known = z.discriminatedUnion('outcome', mapOptions());
const anyAnswer = z.looseObject({ entryId: z.uuid(), outcome: z.string() });

/** Newer hubs may say more than this version reads; what it knows it takes. */
function mapOptions() {
  const [applied, duplicate, refused, conflict, waiting] = entryAnswer.options;
  return [
    z.object(applied.shape),
    z.object(duplicate.shape),
    z.object(refused.shape),
    z.object(conflict.shape),
    z.object(waiting.shape),
  ] as const;
}

/**
 * The hub's answer to a batch, read so that one answer which this version cannot read spoils no other: its entry waits, is offered again,
 * and is understood after an upgrade. A countersign that cannot be read is none.
 */
export const pushReply = z
  .object({ ...pushAnswer.shape, answers: z.array(z.unknown()), countersign: z.unknown() })
  .transform(({ answers, countersign, ...rest }) => ({
    ...rest,
    answers: answers.flatMap(answerOf),
    countersign: pushAnswer.shape.countersign.safeParse(countersign).data ?? null,
  }));

function answerOf(given: unknown): EntryAnswer[] {
  const read = known.safeParse(given);
  if (read.success) return [read.data];
  const other = anyAnswer.safeParse(given);
  return other.success
    ? [{ entryId: other.data.entryId, outcome: 'waiting', waitingFor: `${unknownOutcome}${other.data.outcome.slice(0, 80)}` }]
    : [];
}
