import * as z from 'zod';
import { referenceTableNames } from '../domain/reference-update.ts';
import { feeServices } from '../domain/fee-schedule.ts';
import { amountCents, day, line } from './model.ts';
import { nothing, query } from './procedure.ts';
import { referenceTables } from './reference-table.ts';

/** Where a table stands: as it ships, or from the hub since a day; what begins later, and what cannot be used here. */
const standing = z.strictObject({
  table: z.enum(referenceTableNames as [(typeof referenceTableNames)[number]]),
  asOf: day,
  source: z.string(),
  /** First day of the table that the hub sent; null for the one that ships. */
  fromHub: day.nullable(),
  later: z.array(day).readonly(),
  faulty: z.array(day).readonly(),
});

/** A fee of a driving service in one published table. */
const fee = z.strictObject({
  schedule: line,
  from: day,
  service: z.enum(feeServices),
  amountCents,
  source: z.string(),
  confidence: z.enum(['H', 'M', 'L']),
});

export const reference = {
  /** What the rules of learning, testing and their fees are held against today, to be read by anybody. */
  tables: query({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      standings: z.array(standing).readonly(),
      classes: referenceTables['driving-classes'].shape.classes,
      rules: referenceTables['driving-rules'].shape.rules,
      courses: referenceTables['driving-courses'].shape.courses,
      centres: referenceTables['test-centres'].shape.centres,
      sessions: referenceTables['test-sessions'].shape.sessions,
      fees: z.array(fee).readonly(),
    }),
  }),
};
