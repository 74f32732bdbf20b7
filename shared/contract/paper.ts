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
  /** Preview carries NOT VALID on every page and is always allowed; it never counts as a copy. */
  logbookPreview: query({ access: 'signed-in', input: z.strictObject({ id, locale: paperLocale }), output: z.file() }),
  /** Only of an approved application, at its collection office; the copy is counted in the journal. */
  logbookCopy: command({ access: ['clerk', 'supervisor', 'registrar'], input: z.strictObject({ id, locale: paperLocale }), output: z.file() }),
};
