import * as z from 'zod';
import { logbookEnd } from './logbook-end.ts';
import { applicationState, line } from './model.ts';
import { query } from './procedure.ts';

export const search = {
  find: query({
    access: 'signed-in',
    input: z.strictObject({ text: line, limit: z.int().min(1).max(50) }),
    output: z.array(
      z.strictObject({
        kind: z.enum(['application', 'vehicle', 'driver', 'person', 'receipt']),
        id: line,
        title: line,
        detail: line,
        state: applicationState.nullable(),
        plate: line,
        /** Of an application whose eLogbook was replaced since. */
        endedBy: logbookEnd.nullable(),
      }),
    ),
  }),
};
