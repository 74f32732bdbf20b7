import * as z from 'zod';
import { surrenders } from '../domain/logbook.ts';
import { copyReasons } from '../domain/logbook-copy.ts';
import { printJobStates, spoilReasons } from '../domain/print-job.ts';
import { sheetSpoilReasons, sheetStates } from '../domain/sheet.ts';
import { applicationState, id, instant, line } from './model.ts';
import { logbookEnd } from './logbook-end.ts';
import { paperLocale } from './paper.ts';
import { command, query } from './procedure.ts';
import { supervisorWord } from './supervisor.ts';

const copyReason = z.enum(copyReasons);
const copyNumber = z.int().min(1);
const printers = ['clerk', 'supervisor', 'registrar'] as const;

export const logbooks = {
  list: query({
    access: 'signed-in',
    input: z.strictObject({ text: line }),
    output: z.array(
      z.strictObject({
        number: line,
        applicationId: id,
        reference: line,
        plate: line,
        owner: line,
        collectionOffice: line,
        approvedAt: instant,
        copies: z.int(),
        /** Whether the old book is to be taken in when the copy is handed over. */
        surrender: z.enum(surrenders),
        /** The newer eLogbook of the vehicle that took its place: this one is not printed or given out any more. */
        endedBy: logbookEnd.nullable(),
        state: applicationState,
      }),
    ),
  }),
  /** Every copy that was issued, oldest first, with each time it was sent to a printer and the sheet that lay in it. */
  copies: query({
    access: 'signed-in',
    input: z.strictObject({ id }),
    output: z.array(
      z.strictObject({
        copy: copyNumber,
        at: instant,
        clerk: line,
        /** Null for the first copy, which needs none. */
        reason: copyReason.nullable(),
        note: line,
        supervisor: line,
        sheets: z.array(z.strictObject({ serial: line, state: z.enum(sheetStates), reason: z.enum(sheetSpoilReasons).nullable() })),
        prints: z.array(
          z.strictObject({
            jobId: id,
            state: z.enum(printJobStates),
            sheetSerial: line.nullable(),
            reason: z.enum(spoilReasons).nullable(),
            at: instant,
            clerk: line,
          }),
        ),
        /** Nothing of it came out, so it may be printed on the next sheet as the same copy. */
        mayPrintAgain: z.boolean(),
      }),
    ),
  }),
  /**
   * Counts one more copy of an approved application's eLogbook at its collection office, takes a numbered sheet for it where the office
   * keeps them, and queues it for the printer: all in one transaction, so that nothing is printed that is not stored.
   */
  issueCopy: command({
    access: [...printers],
    input: z.strictObject({
      id,
      /** As read off the sheet in hand; null takes the next one. */
      sheetSerial: line.min(1).nullable(),
      /** For a copy after the first. */
      further: z.strictObject({ reason: copyReason, note: line, supervisor: supervisorWord }).nullable(),
      locale: paperLocale,
    }),
    /** `isQueued` is false where no printer is set for logbooks: the PDF is there to print by hand. */
    output: z.strictObject({ copy: copyNumber, sheetSerial: line.nullable(), jobId: id.nullable(), isQueued: z.boolean() }),
  }),
  /** The same copy on the next sheet, after the one before was spoiled; counts stay as they are. */
  printAgain: command({
    access: [...printers],
    input: z.strictObject({ id, copy: copyNumber, sheetSerial: line.min(1).nullable(), locale: paperLocale }),
    output: z.strictObject({ sheetSerial: line.nullable(), jobId: id, isQueued: z.boolean() }),
  }),
};
