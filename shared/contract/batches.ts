import * as z from 'zod';
import { batchFields, type BatchCells, type BatchFix, type BatchProblem } from '../domain/batch/batch-row.ts';
import { rowStates } from '../domain/batch/judged-row.ts';
import { unitStates } from '../domain/batch/unit.ts';
import { unit, unitOutcome } from './batch-registration.ts';
import { amountCents, applicationState, feeLine, id, instant, line, paymentMethod } from './model.ts';
import { command, done, keep, nothing, query } from './procedure.ts';
import { supervisorWord } from './supervisor.ts';
import { tableRead } from './table-read.ts';

const dealerStaff = ['clerk', 'dealer-clerk', 'supervisor'] as const;
const field = z.enum(batchFields);
const cells = z.partialRecord(field, z.string().max(300)) satisfies z.ZodType<BatchCells>;
const facts = z.record(z.string(), z.union([z.string(), z.number()]));
const fix = z.strictObject({
  code: z.enum(['look-alike', 'plain', 'swap', 'model-cc', 'joint', 'listed']),
  cells,
}) satisfies z.ZodType<BatchFix>;
const problem = z.strictObject({
  field,
  code: line,
  facts,
  tone: z.enum(['wrong', 'asked']),
  fixes: z.array(fix).readonly(),
}) satisfies z.ZodType<BatchProblem>;

/** One motorcycle of a batch. `position` is the number people see, its row in the file; `problems` are those that still stand. */
const row = z.strictObject({
  id,
  position: z.int().min(1),
  cells,
  problems: z.array(problem).readonly(),
  state: z.enum(rowStates),
});

const counts = z.strictObject({ good: z.int(), bad: z.int(), aside: z.int(), total: z.int() });
const dealer = z.strictObject({ id, name: line, kraPin: line, phone: line });

const batchLine = z.strictObject({
  id,
  /** As people say it: B-NRB01-3A-000012. */
  number: line,
  dealer,
  /** `checked`: a second person has looked, and nothing has changed since. `sent`: paid for and on its way, until some of it comes back. */
  state: z.enum(['draft', 'checked', 'sent', 'deleted']),
  ownerId: id,
  /** Whether the asker opened it or changed a row since it was last looked through: then another person looks. */
  isOwnWork: z.boolean(),
  ownerName: line,
  checkedBy: line.nullable(),
  openedAt: instant,
  changedAt: instant,
  counts,
  /** Of the application that it is once it was paid for. */
  sentState: applicationState.nullable(),
});

/** Answered with what has changed beside the rows that were sent: a cell may make another row good or bad. */
const rowsChanged = z.strictObject({ rows: z.array(row), counts });

/** A dealer's motorcycles that are registered together: one file, one payment, one receipt (FEATURES E1 to E6). */
export const batches = {
  /** Those that the asker may see: a dealer's clerk only their own dealer's. */
  list: query({ access: dealerStaff, input: nothing, output: z.strictObject({ batches: z.array(batchLine) }) }),
  get: query({ access: dealerStaff, input: z.strictObject({ id }), output: z.strictObject({ batch: batchLine, rows: z.array(row) }) }),
  dealers: query({
    access: [...dealerStaff, 'admin'],
    input: nothing,
    output: z.strictObject({ dealers: z.array(dealer), /** The one whose stock the asker sees; null sees all. */ own: id.nullable() }),
  }),
  addDealer: command({
    access: ['supervisor', 'admin'],
    input: z.strictObject({ name: line.min(2), kraPin: line, phone: line }),
    output: z.strictObject({ id }),
  }),
  /** Says whose stock a dealer's clerk works on. */
  placeClerk: command({ access: ['supervisor', 'admin'], input: z.strictObject({ userId: id, dealerId: id }), output: done }),
  open: command({ access: dealerStaff, input: z.strictObject({ dealerId: id }), output: z.strictObject({ id, number: line }) }),
  /** A new batch with the rows of one that was cancelled, to be looked at and paid for anew. */
  openAnew: command({ access: dealerStaff, input: z.strictObject({ id }), output: z.strictObject({ id, number: line }) }),

  /** Reads a whole file and keeps it in memory until it is brought in or another takes its place. */
  readFile: query({
    access: dealerStaff,
    input: z.strictObject({ id, file: z.file(), sheet: line.nullable(), readId: id }),
    output: tableRead(batchFields),
  }),
  /** How far reading or bringing in has come; asked while the other call runs. */
  progress: query({
    access: dealerStaff,
    input: z.strictObject({ readId: id }),
    output: z.strictObject({ stage: z.enum(['reading', 'checking', 'none']), rows: z.int(), share: z.number().min(0).max(1) }),
  }),
  /** Stops reading or bringing in: nothing of the file stays. */
  cancel: query({ access: dealerStaff, input: z.strictObject({ readId: id }), output: done }),
  /** Brings in what was read, all rows or none. A row that stands already is not doubled; a bad one is mended by its new texts. */
  importRows: command({
    access: dealerStaff,
    input: z.strictObject({ id, readId: id, columns: z.array(field.nullable()).max(200) }),
    output: z.strictObject({ added: z.int(), mended: z.int(), unchanged: z.int(), counts }),
  }),

  /** Many cells at once, durably; a row with an unknown id is a new one at the end. */
  keepRows: keep({
    access: dealerStaff,
    input: z.strictObject({ id, rows: z.array(z.strictObject({ id, cells })).min(1).max(500) }),
    output: rowsChanged,
  }),
  /** Says that what was asked about these cells is right as it stands. */
  confirm: keep({
    access: dealerStaff,
    input: z.strictObject({
      id,
      questions: z
        .array(z.strictObject({ rowId: id, field, code: line }))
        .min(1)
        .max(2_000),
    }),
    output: rowsChanged,
  }),
  setAside: keep({
    access: dealerStaff,
    input: z.strictObject({ id, rowIds: z.array(id).min(1).max(500), aside: z.boolean() }),
    output: rowsChanged,
  }),
  /** Judges rows anew against what this PC knows by now, a part at a time so that no counter waits: from `after` on, until `next` is null. Answers those that stand otherwise than before. */
  recheck: keep({
    access: dealerStaff,
    input: z.strictObject({ id, after: z.int().min(0) }),
    output: rowsChanged.extend({ next: z.int().nullable() }),
  }),
  colleagues: query({
    access: dealerStaff,
    input: nothing,
    output: z.strictObject({ people: z.array(z.strictObject({ id, name: line })) }),
  }),
  handOver: command({ access: dealerStaff, input: z.strictObject({ id, toUserId: id }), output: done }),
  /** The second pair of eyes: nobody who opened it or changed a row of it since it was last looked through. */
  check: command({ access: dealerStaff, input: z.strictObject({ id }), output: done }),
  delete: command({ access: dealerStaff, input: z.strictObject({ id, reason: line.min(3) }), output: done }),
  /** What the good rows cost today. `unsure`: no published table gives that figure for motorcycles (DOMAIN §1.3). */
  fee: query({
    access: dealerStaff,
    input: z.strictObject({ id }),
    output: z.strictObject({
      lines: z.array(feeLine.extend({ units: z.int(), eachCents: z.int(), unsure: z.boolean() })),
      totalCents: z.int(),
      units: z.int(),
    }),
  }),
  /** Takes the money for all good rows and sends them: one receipt, with the line down too. */
  submit: command({
    access: dealerStaff,
    input: z.strictObject({ id, payment: z.strictObject({ method: paymentMethod, code: line, amountCents }) }),
    output: z.strictObject({ receiptNumber: line, units: z.int() }),
  }),
  /** Sends again what came back and was mended, with no second fee (DOMAIN 0.7). */
  resubmit: command({ access: dealerStaff, input: z.strictObject({ id }), output: z.strictObject({ units: z.int() }) }),
  /** What became of each motorcycle since it was paid for. */
  units: query({
    access: dealerStaff,
    input: z.strictObject({ id }),
    output: z.strictObject({ units: z.array(z.strictObject({ unit, state: z.enum(unitStates), outcome: unitOutcome.nullable() })) }),
  }),
  /** Logbooks of registered motorcycles that are fetched at this office and of which no copy was made yet. */
  logbooks: query({
    access: ['clerk', 'supervisor'],
    input: z.strictObject({ id }),
    output: z.strictObject({ here: z.array(id), elsewhere: z.int() }),
  }),
  /**
   * Where the money of a batch is: paid = used + under way + back + refunded + left. `left` is what mended motorcycles cost less than they
   * paid; it and what is back for rows set aside can be asked back.
   */
  money: query({
    access: dealerStaff,
    input: z.strictObject({ id }),
    output: z.strictObject({
      paidCents: amountCents,
      usedCents: amountCents,
      underWayCents: amountCents,
      backCents: amountCents,
      refundedCents: amountCents,
      leftCents: amountCents,
      refundableCents: amountCents,
      /** How many motorcycles are given up by asking that back. */
      withdrawn: z.int(),
      receiptNumber: line,
    }),
  }),
  /**
   * Asks back, under the receipt, all that can be; what was set aside is given up. `amountCents` is what the asker saw. A supervisor other
   * than the clerks confirms.
   */
  askRefund: command({
    access: dealerStaff,
    input: z.strictObject({ id, amountCents, supervisor: supervisorWord }),
    output: done,
  }),
  template: query({ access: dealerStaff, input: nothing, output: z.file() }),
  /** Rows that are bad, to be mended outside and brought in again; the reasons come in the words of whoever asks. */
  exportBad: query({
    access: dealerStaff,
    input: z.strictObject({
      id,
      format: z.enum(['csv', 'xlsx']),
      reasonHeading: line.min(1),
      reasons: z.array(z.strictObject({ rowId: id, reason: z.string().max(2_000) })).max(100_000),
    }),
    output: z.file(),
  }),
};
