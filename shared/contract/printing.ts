import * as z from 'zod';
import { paperUses, printerWays, printJobStates, printProblems, spoilReasons } from '../domain/print-job.ts';
import { id, instant, line } from './model.ts';
import { paperLocale, paperRef, paperWidth } from './paper.ts';
import { command, done, nothing, query } from './procedure.ts';

const use = z.enum(paperUses);
const way = z.enum(printerWays);

/** How a printer stands, as it said when it was last looked at. `words` are its own. */
const printerState = z.strictObject({
  /** `unknown` until it has been looked at. */
  state: z.enum(['ready', 'not-ready', 'unknown']),
  problem: z.enum(printProblems).nullable(),
  words: z.string(),
  at: instant.nullable(),
});

const printer = z.strictObject({
  id,
  name: line,
  way,
  address: line,
  width: paperWidth,
  opensDrawer: z.boolean(),
  uses: z.array(use),
  standing: printerState,
});

const printJob = z.strictObject({
  id,
  paper: paperRef,
  use,
  locale: paperLocale,
  /** Null where no printer was set. */
  printer: line.nullable(),
  sheetSerial: line.nullable(),
  state: z.enum(printJobStates),
  problem: z.enum(printProblems).nullable(),
  printerWords: z.string(),
  reason: line.nullable(),
  savedFile: line.nullable(),
  /** It was printed again already. */
  isRepeated: z.boolean(),
  clerk: line,
  clerkId: id,
  queuedAt: instant,
  changedAt: instant,
});

const described = { name: line.min(1).max(40), width: paperWidth, opensDrawer: z.boolean() };
const managers = ['admin', 'supervisor'] as const;

/** Printers of this PC and what was sent to them. The program never says that a paper was printed: a person does. */
export const printing = {
  printers: query({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      printers: z.array(printer),
      papers: z.array(z.strictObject({ use, printerId: id.nullable(), locale: paperLocale })),
    }),
  }),
  /** What this PC knows by itself, and which ways it has. */
  discover: query({
    access: [...managers],
    input: nothing,
    output: z.strictObject({ ways: z.array(way), found: z.array(z.strictObject({ way, address: line })) }),
  }),
  addPrinter: command({
    access: [...managers],
    scope: 'device',
    input: z.strictObject({ way, address: line.min(1), ...described }),
    output: z.strictObject({ id }),
  }),
  changePrinter: command({ access: [...managers], scope: 'device', input: z.strictObject({ id, ...described }), output: done }),
  /** Its jobs that wait have failed then; what it printed stays in the list. */
  removePrinter: command({ access: [...managers], scope: 'device', input: z.strictObject({ id }), output: done }),
  /** Which printer a kind of paper goes to, and in which language it is printed where nobody asks. */
  setPaper: command({
    access: [...managers],
    scope: 'device',
    input: z.strictObject({ use, printerId: id.nullable(), locale: paperLocale }),
    output: done,
  }),
  testPage: command({
    access: 'signed-in',
    scope: 'device',
    input: z.strictObject({ printerId: id, locale: paperLocale }),
    output: z.strictObject({ jobId: id }),
  }),
  /** Puts a paper in the queue of the printer for its kind; without one the job has failed and says so, and the PDF is there to open. */
  print: command({
    access: 'signed-in',
    scope: 'device',
    input: z.strictObject({ paper: paperRef, locale: paperLocale }),
    output: z.strictObject({ jobId: id, isQueued: z.boolean() }),
  }),
  /** Of the last 30 days, newest first. */
  jobs: query({
    access: 'signed-in',
    input: z.strictObject({ show: z.enum(['all', 'open']), limit: z.int().min(1).max(500), offset: z.int().min(0) }),
    output: z.strictObject({ lines: z.array(printJob), total: z.int() }),
  }),
  /** Jobs of this person of which nobody has said yet whether they came out, oldest first. */
  asking: query({ access: 'signed-in', input: nothing, output: z.array(printJob) }),
  /** The bottom bar. */
  status: query({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      printers: z.array(z.strictObject({ id, name: line, uses: z.array(use), standing: printerState })),
      waiting: z.int(),
      asking: z.int(),
    }),
  }),
  /** A person has looked. With `cameOut` false the reason is asked for, and the sheet that lay in the printer is spoiled. */
  answer: command({
    access: 'signed-in',
    scope: 'device',
    input: z.strictObject({ jobId: id, cameOut: z.boolean(), reason: z.enum(spoilReasons).nullable() }),
    output: done,
  }),
  /** The same paper as a new job, on the next sheet where sheets are kept. */
  again: command({ access: 'signed-in', scope: 'device', input: z.strictObject({ jobId: id }), output: z.strictObject({ jobId: id }) }),
  /** Stops a job that waits. What may have left already is asked about. */
  cancel: command({ access: 'signed-in', scope: 'device', input: z.strictObject({ jobId: id }), output: done }),
};
