import * as z from 'zod';
import { rowStates } from '../domain/batch/judged-row.ts';
import { candidateFields, type CandidateCells, type CandidateFix, type CandidateProblem } from '../domain/school-list/candidate-row.ts';
import { amountCents, applicationState, day, feeLine, id, instant, line, paymentMethod } from './model.ts';
import { command, done, keep, nothing, query } from './procedure.ts';
import { supervisorWord } from './supervisor.ts';
import { tableRead } from './table-read.ts';

const staff = ['clerk', 'supervisor'] as const;
const field = z.enum(candidateFields);
const cells = z.partialRecord(field, z.string().max(300)) satisfies z.ZodType<CandidateCells>;
const fix = z.strictObject({ code: z.enum(['look-alike', 'plain', 'register']), cells }) satisfies z.ZodType<CandidateFix>;
const problem = z.strictObject({
  field,
  code: line,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  tone: z.enum(['wrong', 'asked']),
  fixes: z.array(fix).readonly(),
}) satisfies z.ZodType<CandidateProblem>;

/** One candidate of a list. `position` is the number people see, from 1; `problems` are those that still stand. */
const row = z.strictObject({ id, position: z.int().min(1), cells, problems: z.array(problem).readonly(), state: z.enum(rowStates) });
const counts = z.strictObject({ good: z.int(), bad: z.int(), aside: z.int(), total: z.int() });
const rowsJudged = z.strictObject({ rows: z.array(row), counts });

/** Who brings the list, and who stands by it at the counter. */
const school = z.strictObject({ school: line.min(2), contactName: line.min(2), contactPhone: line.min(4) });

const listLine = school.extend({
  id,
  /** As people say it: L-NRB01-3A-000012. */
  number: line,
  state: z.enum(['draft', 'booked', 'cancelled']),
  /** Bookings of it that the hub did not take and nobody has given up. */
  back: z.int(),
  centre: line,
  centreName: line,
  day,
  session: line,
  /** When the session begins: wall clock in Kenya, `08:00`. */
  startsAt: line,
  class: line,
  openedBy: line,
  openedAt: instant,
  changedAt: instant,
  counts,
});

/** What became of one candidate when the list was booked. */
const bookedCandidate = z.strictObject({
  position: z.int().min(1),
  applicationId: id,
  reference: line,
  name: line,
  state: applicationState,
  /** Theirs for good; null where they only wait. */
  seat: z.int().min(1).nullable(),
  /** On the wait list of the session, which is NOT A BOOKING; null for everybody else. */
  place: z.int().min(1).nullable(),
});

/** The one payment of a list that was booked, and what has become of it. */
const listPayment = z.strictObject({ receiptNumber: line, state: applicationState });

/** A driving school's candidates for one session: typed or brought in a file, judged row by row, booked in one act (issue 5, point 6). */
export const schoolLists = {
  /** The newest first. */
  list: query({ access: staff, input: nothing, output: z.strictObject({ lists: z.array(listLine) }) }),
  get: query({
    access: staff,
    input: z.strictObject({ id }),
    output: z.strictObject({ list: listLine, rows: z.array(row), booked: z.array(bookedCandidate), payment: listPayment.nullable() }),
  }),
  open: command({
    access: staff,
    input: school.extend({ centre: line.min(1), day, session: line.min(1), class: line.min(1) }),
    output: z.strictObject({ id, number: line }),
  }),
  /** A new list with the candidates of one that was cancelled, to be looked at and paid for anew. */
  openAnew: command({ access: staff, input: z.strictObject({ id }), output: z.strictObject({ id, number: line }) }),
  /** Reads a whole file and keeps it in memory until it is brought in or another takes its place; `batches.progress` tells how far it is. */
  readFile: query({
    access: staff,
    input: z.strictObject({ id, file: z.file(), sheet: line.nullable(), readId: id }),
    output: tableRead(candidateFields),
  }),
  /** Brings in what was read, all rows or none. A row that stands already is not doubled; a bad one is mended by its new texts. */
  importRows: command({
    access: staff,
    input: z.strictObject({ id, readId: id, columns: z.array(field.nullable()).max(200) }),
    output: z.strictObject({ added: z.int(), mended: z.int(), unchanged: z.int() }),
  }),
  /** Many cells at once, durably; a row with an unknown id is a new one at the end. */
  keepRows: keep({
    access: staff,
    input: z.strictObject({ id, rows: z.array(z.strictObject({ id, cells })).min(1).max(500) }),
    output: rowsJudged,
  }),
  /** Says that what was asked about a cell is right as it stands. */
  confirm: keep({ access: staff, input: z.strictObject({ id, rowId: id, field, code: line }), output: rowsJudged }),
  setAside: keep({
    access: staff,
    input: z.strictObject({ id, rowIds: z.array(id).min(1).max(500), aside: z.boolean() }),
    output: rowsJudged,
  }),
  /** How many seats of the session this PC can give away now, and what so many good candidates would pay. */
  plan: query({
    access: staff,
    input: z.strictObject({ id }),
    output: z.strictObject({
      /** Null: the PC's clock was set back, so nothing can be booked. */
      seats: z.int().nullable(),
      booked: z.array(z.strictObject({ position: z.int(), name: line })),
      /** NOT A BOOKING: they go on the wait list, and nothing is paid for them. */
      waiting: z.array(z.strictObject({ position: z.int(), name: line })),
      lines: z.array(feeLine.extend({ units: z.int(), eachCents: z.int(), unsure: z.boolean() })),
      totalCents: z.int(),
      /** Those with a seat whose record is older than this office allows: a supervisor must allow the list as a whole. */
      oldRecords: z.int(),
    }),
  }),
  /**
   * Books every good candidate for whom a seat is at hand, FINAL, and puts the others on the wait list: all of it or nothing. `booked` and
   * `waiting` are what the clerk was shown; where it has changed since, nothing is done.
   */
  book: command({
    access: staff,
    input: z.strictObject({
      id,
      booked: z.int().min(0),
      waiting: z.int().min(0),
      payment: z.strictObject({ method: paymentMethod, code: line, amountCents }).nullable(),
      /** One word for the whole list, asked for where a single booking would ask for one. */
      supervision: supervisorWord.extend({ reason: line.min(3) }).nullable(),
    }),
    output: z.strictObject({ receiptNumber: line.nullable(), booked: z.int(), waiting: z.int() }),
  }),
  /**
   * Sends what the hub returned of a list once more, its payment before its bookings, with no second fee. `left` came back too and were not
   * sent: no seat of the session is at hand for them, or each has to be mended by itself.
   */
  sendAgain: command({ access: staff, input: z.strictObject({ id }), output: z.strictObject({ sent: z.int(), left: z.int() }) }),
  delete: command({ access: staff, input: z.strictObject({ id, reason: line.min(3) }), output: done }),
  template: query({ access: staff, input: nothing, output: z.file() }),
};
