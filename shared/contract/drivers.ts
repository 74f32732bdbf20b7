import * as z from 'zod';
import { driver } from './driver.ts';
import { line } from './model.ts';
import { command, nothing, query } from './procedure.ts';

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
  /** What may be learned, with age, earlier classes and where that was read. */
  classes: query({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      classes: z.array(
        z.strictObject({
          id: line,
          names: z.strictObject({ en: line, sw: line }),
          minimumAge: z.int().nullable(),
          prerequisite: z.strictObject({ anyOf: z.array(line), years: z.int() }).nullable(),
          curriculumName: line,
          source: z.string(),
          confidence: z.enum(['H', 'M', 'L']),
        }),
      ),
    }),
  }),
};
