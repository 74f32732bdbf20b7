import * as z from 'zod';
import { line, timelineLine } from './model.ts';
import { nothing, query } from './procedure.ts';

export const records = {
  /** Everything that was done to one subject, newest first. */
  history: query({ access: 'signed-in', input: z.strictObject({ subject: line }), output: z.array(timelineLine) }),
  journal: query({
    access: ['admin', 'auditor', 'supervisor'],
    input: z.strictObject({ beforeSeq: z.int().nullable(), limit: z.int().min(1).max(200) }),
    output: z.array(z.strictObject({ seq: z.int(), epoch: z.int(), hash: line, line: timelineLine })),
  }),
  /** Reads the whole journal and names the first row that was changed, removed or moved. */
  verify: query({
    access: ['admin', 'auditor', 'supervisor'],
    input: nothing,
    output: z.strictObject({
      entries: z.int(),
      headSeq: z.int(),
      headHash: line,
      faults: z.array(
        z.strictObject({ seq: z.int(), fault: z.enum(['changed', 'missing', 'moved', 'payload-changed', 'payload-missing', 'tail-cut']) }),
      ),
    }),
  }),
};
