import * as z from 'zod';
import { standings } from '../domain/application.ts';
import { candidateStates, testOutcomes } from '../domain/test-result.ts';
import { day, id, instant, line } from './model.ts';
import { command, nothing, query } from './procedure.ts';
import { supervisorWord } from './supervisor.ts';

const sitting = { centre: line.min(1), day, session: line.min(1) };
const marks = z
  .array(z.strictObject({ stage: line, marks: z.int().nullable() }))
  .max(12)
  .readonly();

const stage = z.strictObject({ id: line, names: z.strictObject({ en: line, sw: line }), fullMarks: z.int(), passMarks: z.int() });

const result = z.strictObject({
  number: line,
  outcome: z.enum(testOutcomes),
  marks,
  resitFrom: day.nullable(),
  validUntil: day.nullable(),
  at: instant,
  by: line,
  /** What the hub has said to it: `ended` where it was refused. */
  standing: z.enum(standings),
  /** Why it took the place of an earlier one; null where it is the first. */
  reason: line.nullable(),
});

/** Who is to be tested; the ID number is masked. */
const candidate = z.strictObject({
  bookingId: id,
  bookingNumber: line,
  seat: z.int(),
  name: line,
  maskedIdNumber: line,
  licenceClass: line,
  attempt: z.int(),
  state: z.enum(candidateStates),
  checkedInAt: instant.nullable(),
  result: result.nullable(),
  /** A result given at this PC after another PC's: two stand against each other until a person chooses. */
  conflict: z
    .strictObject({
      /** The entry of the own result in the queue, and whose act it is: nobody discards their own. */
      entryId: id,
      clerkId: id,
      own: result,
      first: z.strictObject({ by: line, office: line, at: instant }),
    })
    .nullable(),
});

/** The day of the driving test at the centre that this office runs: who is expected, who came, and what became of it (FEATURES D7, S14). */
export const testDay = {
  /** Where and when tests may be looked at: the centres with the office's own first, seven days back and ahead, the sessions of a day. */
  choices: query({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      today: day,
      centres: z.array(z.strictObject({ code: line, name: line, isOurs: z.boolean() })),
      days: z.array(day),
      sessions: z.array(z.strictObject({ id: line, startsAt: line })),
      /** Candidates by centre, day and session, where there are any. */
      counts: z.array(z.strictObject({ ...sitting, count: z.int() })),
    }),
  }),
  /** Everybody who holds a seat, in the order of the seats, as this PC knows it. */
  list: query({
    access: 'signed-in',
    input: z.strictObject(sitting),
    output: z.strictObject({
      /** Only the office that runs the centre checks in and gives results. */
      isOurs: z.boolean(),
      runBy: z.strictObject({ code: line, name: line }),
      /** The parts of the test in their order. */
      stages: z.array(stage),
      candidates: z.array(candidate),
      /** When this PC last heard all that the hub has to say; null: never. */
      heardAt: instant.nullable(),
    }),
  }),
  /** `code`: an ID number, a booking number, or the signed code of the slip, as it was typed or scanned. */
  checkIn: command({
    access: ['clerk', 'supervisor'],
    input: z.strictObject({ ...sitting, code: z.string().trim().min(1).max(8_000) }),
    output: candidate,
  }),
  /** `correction` gives another result in place of the one that stands; a supervisor who neither booked nor judged stands by it. */
  giveResult: command({
    access: ['clerk', 'supervisor'],
    input: z.strictObject({
      bookingId: id,
      /** Null: absent. */
      marks: marks.nullable(),
      correction: z.strictObject({ reason: line.min(1), supervisor: supervisorWord }).nullable(),
    }),
    output: z.strictObject({ number: line, outcome: z.enum(testOutcomes), resitFrom: day.nullable(), validUntil: day.nullable() }),
  }),
};
