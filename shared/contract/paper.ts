import * as z from 'zod';
import { id, line } from './model.ts';
import { command, query } from './procedure.ts';

export const paperWidth = z.enum(['a4', '80mm']);
export const paperLocale = z.enum(['en', 'sw']);

export const paper = {
  receipt: query({
    access: 'signed-in',
    input: z.strictObject({ receiptNumber: line, width: paperWidth, locale: paperLocale }),
    output: z.file(),
  }),
  application: query({ access: 'signed-in', input: z.strictObject({ id, locale: paperLocale }), output: z.file() }),
  /** For the customer of an application in conflict: both acts, what they hold, what they may do. */
  conflictSlip: query({ access: 'signed-in', input: z.strictObject({ id, width: paperWidth, locale: paperLocale }), output: z.file() }),
  /** Preview carries NOT VALID on every page and is always allowed; it never counts as a copy. */
  logbookPreview: query({ access: 'signed-in', input: z.strictObject({ id, locale: paperLocale }), output: z.file() }),
  /**
   * Counts one more copy of an approved application's eLogbook at its collection office; the paper itself is asked for after, so that
   * nothing is printed that is not stored.
   */
  issueLogbookCopy: command({
    access: ['clerk', 'supervisor', 'registrar'],
    input: z.strictObject({ id }),
    output: z.strictObject({ copy: z.int() }),
  }),
  logbookCopy: query({
    access: ['clerk', 'supervisor', 'registrar'],
    input: z.strictObject({ id, copy: z.int().min(1), locale: paperLocale }),
    output: z.file(),
  }),
};
