import * as z from 'zod';
import { receiptStates, reprintReasons, voidReasons } from '../domain/receipt.ts';
import { amountCents, day, id, instant, line, paymentMethod, paymentState } from './model.ts';
import { paperLocale } from './paper.ts';
import { command, query } from './procedure.ts';
import { supervisorWord } from './supervisor.ts';

const voidReason = z.enum(voidReasons);
const reprintReason = z.enum(reprintReasons);
const receiptNumber = line.min(1);

export const payments = {
  /** Newest first. Without a day it is the last 30 days; both days are counted in. */
  list: query({
    access: 'signed-in',
    input: z.strictObject({
      /** Part of a number, a plate, a reference, a payer's name or a payment code. */
      text: line,
      from: day.nullable().default(null),
      to: day.nullable().default(null),
      state: z.enum(receiptStates).nullable().default(null),
      limit: z.int().min(1).max(500),
      offset: z.int().min(0),
    }),
    output: z.strictObject({
      lines: z.array(
        z.strictObject({
          receiptNumber: line,
          applicationId: id,
          reference: line,
          plate: line,
          payer: line,
          method: paymentMethod,
          code: line,
          amountCents,
          takenAt: instant,
          state: paymentState,
          clerk: line,
          isVoid: z.boolean(),
          reprints: z.int(),
        }),
      ),
      total: z.int(),
    }),
  }),
  /** What became of the receipt's paper: whether and why it is void, and each time it was printed again. */
  history: query({
    access: 'signed-in',
    input: z.strictObject({ receiptNumber }),
    output: z.strictObject({
      /** Why it must stay good; null where it may be voided. */
      cannotVoid: z.enum(['receipt.spent', 'receipt.in-review', 'receipt.void']).nullable(),
      /** Its case goes on and would be cancelled with it. */
      cancelsCase: z.boolean(),
      void: z.strictObject({ at: instant, reason: voidReason, note: line, by: line, supervisor: line }).nullable(),
      /** Why the hub did not take the void, so that the receipt is good there. */
      voidRefusal: z.strictObject({ code: line, facts: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
      reprints: z.array(z.strictObject({ reprint: z.int(), at: instant, clerk: line, reason: reprintReason, note: line })),
    }),
  }),
  /** The number stays taken; a case that would go on without money is cancelled with it. A supervisor other than the clerks confirms. */
  voidReceipt: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({ receiptNumber, reason: voidReason, note: line, supervisor: supervisorWord }),
    output: z.strictObject({ cancelledCase: z.boolean() }),
  }),
  /** Prints a receipt once more under its own number, as REPRINT n with its reason. */
  reprint: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({ receiptNumber, reason: reprintReason, note: line, locale: paperLocale }),
    output: z.strictObject({ reprint: z.int(), jobId: id, isQueued: z.boolean() }),
  }),
  /** Per letter of this PC: first, last, how many, how many void, and every number that is missing. Both days are counted in. */
  series: query({
    access: 'signed-in',
    input: z.strictObject({ from: day, to: day }),
    output: z.array(
      z.strictObject({
        letter: line,
        first: line,
        last: line,
        count: z.int(),
        voided: z.int(),
        missing: z.array(line),
        goodCents: z.int(),
        voidedCents: z.int(),
      }),
    ),
  }),
};
