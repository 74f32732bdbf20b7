import * as z from 'zod';
import type { PaperUse } from '../domain/print-job.ts';
import { day, id, line } from './model.ts';
import { query } from './procedure.ts';

export const paperWidth = z.enum(['a4', '80mm']);
export const paperLocale = z.enum(['en', 'sw']);

/** Names every paper that can be looked at or printed; `core/paper/papers.ts` knows what each says and how it looks. */
export const paperRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receipt'), receiptNumber: line }),
  /** The application as it stands: PROVISIONAL slip, CONFIRMED form and submission slip in one. */
  z.strictObject({ kind: z.literal('application'), id }),
  /** For the customer of an application in conflict: both acts, what they hold, what they may do. */
  z.strictObject({ kind: z.literal('conflict-slip'), id }),
  /** For the candidate of a driving test: the seat that is theirs. */
  z.strictObject({ kind: z.literal('test-slip'), id }),
  /** NOT VALID until the hub has approved it. */
  z.strictObject({ kind: z.literal('interim-licence'), id }),
  /** Lies on top of a dealer's batch: every row, the money, and what stays behind. */
  z.strictObject({ kind: z.literal('batch-cover'), id }),
  /** A slip for each motorcycle of a batch that was paid for, or for the one at this row. */
  z.strictObject({ kind: z.literal('unit-slips'), id, position: z.int().min(1).nullable() }),
  /** For a driving school: who of its list has a seat, and who only waits. */
  z.strictObject({ kind: z.literal('school-slip'), id }),
  /** The slips of all candidates of a list, in one run. */
  z.strictObject({ kind: z.literal('list-slips'), id }),
  /** Carries NOT VALID on every page and is always allowed; it never counts as a copy. */
  z.strictObject({ kind: z.literal('logbook-preview'), id }),
  /** A copy that was counted in the journal before. */
  z.strictObject({ kind: z.literal('logbook-copy'), id, copy: z.int().min(1) }),
  /** A receipt that was printed again, and was counted in the journal before. */
  z.strictObject({ kind: z.literal('receipt-reprint'), receiptNumber: line, reprint: z.int().min(1) }),
  /** For the file: which receipt is void, why, and who stands by it. */
  z.strictObject({ kind: z.literal('void-form'), receiptNumber: line }),
  /** What was collected, by whom and by whose word; `number` is the hand-over's. */
  z.strictObject({ kind: z.literal('collection-slip'), number: line }),
  /** Whether every receipt number of these days is there. */
  z.strictObject({ kind: z.literal('series-report'), from: day, to: day }),
  /** The day end of the numbered office sheets. */
  z.strictObject({ kind: z.literal('sheet-report'), from: day, to: day }),
  /** For the examiner: everybody who holds a seat at one sitting, as this PC knows it now. */
  z.strictObject({ kind: z.literal('day-list'), centre: line, day, session: line }),
  /** For who passed the driving test; `number` is the result's. */
  z.strictObject({ kind: z.literal('competence-certificate'), number: line }),
  /** For who did not pass. */
  z.strictObject({ kind: z.literal('result-slip'), number: line }),
  /** What waits on the shelf today, by how long it has waited. */
  z.strictObject({ kind: z.literal('shelf-report') }),
  /** The movements on one dealer's KD plates that began in these days. */
  z.strictObject({ kind: z.literal('trade-register'), dealerId: id, from: day, to: day }),
  /** Shows a printer's edges, letters and code; it says nothing of any case. */
  z.strictObject({ kind: z.literal('test-page'), printerId: id }),
]);
export type PaperRef = z.output<typeof paperRef>;

/** Which of the office's printers each paper goes to. */
export const useOfPaper = {
  receipt: 'receipt',
  application: 'form',
  'conflict-slip': 'slip',
  'test-slip': 'slip',
  'interim-licence': 'form',
  'batch-cover': 'form',
  'unit-slips': 'slip',
  'school-slip': 'form',
  'list-slips': 'slip',
  'logbook-preview': 'form',
  'logbook-copy': 'logbook',
  'receipt-reprint': 'receipt',
  'void-form': 'form',
  'collection-slip': 'slip',
  'series-report': 'report',
  'sheet-report': 'report',
  'day-list': 'report',
  'competence-certificate': 'form',
  'result-slip': 'slip',
  'shelf-report': 'report',
  'trade-register': 'report',
  'test-page': 'form',
} as const satisfies Record<PaperRef['kind'], PaperUse>;

export const paper = {
  /** The paper as PDF, made anew of what is stored now. Papers that have one form only come in that form, whatever width is asked. */
  get: query({
    access: 'signed-in',
    input: z.strictObject({ paper: paperRef, width: paperWidth, locale: paperLocale }),
    output: z.file(),
  }),
};
