import * as z from 'zod';
import { paperLocale, paperWidth } from './paper.ts';
import { line } from './model.ts';
import { command, done, keep, nothing, query } from './procedure.ts';

export const settings = {
  get: query({
    access: 'anyone',
    input: nothing,
    output: z.strictObject({
      locale: paperLocale,
      scheme: z.enum(['light', 'dark', 'auto']),
      receiptWidth: paperWidth,
      hubUrl: line,
      scheduleId: line,
      cashAllowed: z.boolean(),
      idleLockMinutes: z.int(),
      factsAgeLimitMinutes: z.int(),
    }),
  }),
  /** What belongs to this PC and to whoever looks at it. */
  setScreen: keep({
    access: 'anyone',
    input: z.strictObject({ locale: paperLocale, scheme: z.enum(['light', 'dark', 'auto']) }),
    output: done,
  }),
  /** What the office decides: journalled. */
  setOffice: command({
    access: ['admin', 'supervisor'],
    scope: 'device',
    input: z.strictObject({
      receiptWidth: paperWidth,
      scheduleId: line,
      cashAllowed: z.boolean(),
      idleLockMinutes: z.int().min(1).max(120),
      factsAgeLimitMinutes: z.int().min(5).max(100_000),
    }),
    output: done,
  }),
};
