import * as z from 'zod';
import { driver } from './driver.ts';
import { day, line } from './model.ts';
import { command, nothing, query } from './procedure.ts';

const confidence = z.enum(['H', 'M', 'L']);
const names = z.strictObject({ en: line, sw: line });
const identity = z.strictObject({ idKind: line, idNumber: line });

export const drivers = {
  /** The register's record as this office knows it, by identity document. */
  find: query({ access: 'signed-in', input: identity, output: z.strictObject({ driver: driver.nullable() }) }),
  /** Asks the hub and keeps the answer with its time. */
  lookUp: command({
    access: ['clerk', 'supervisor', 'registrar'],
    input: identity,
    output: z.strictObject({ driver: driver.nullable() }),
  }),
  /** What may be learned, with age, earlier classes and where that was read, and the rules of learning and testing. */
  classes: query({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      classes: z.array(
        z.strictObject({
          id: line,
          names,
          minimumAge: z.int().nullable(),
          prerequisite: z.strictObject({ anyOf: z.array(line), years: z.int() }).nullable(),
          curriculumName: line,
          source: z.string(),
          confidence,
        }),
      ),
      /** Sets of rules, each from its day on. */
      rules: z.array(
        z.strictObject({
          id: line,
          effectiveFrom: day,
          minimumAge: z.int(),
          provisionalMonths: z.int(),
          maturityDays: z.int(),
          isMaturityBinding: z.boolean(),
          resitWaitDays: z.int(),
          resitWithinMonths: z.int(),
          rescheduleFeeCents: z.int(),
          cancelRefundCents: z.int(),
          certificateMonths: z.int(),
          interimMonths: z.int(),
          stages: z.array(z.strictObject({ id: line, names, fullMarks: z.int(), passMarks: z.int(), source: z.string() })).readonly(),
          sources: z.array(z.strictObject({ rule: line, source: z.string(), confidence })).readonly(),
        }),
      ),
    }),
  }),
};
