import * as z from 'zod';
import { applicationState, id, instant, line } from './model.ts';
import { command, done, query } from './procedure.ts';

export const logbooks = {
  list: query({
    access: 'signed-in',
    input: z.strictObject({ text: line }),
    output: z.array(
      z.strictObject({
        number: line,
        applicationId: id,
        reference: line,
        plate: line,
        owner: line,
        collectionOffice: line,
        approvedAt: instant,
        copies: z.int(),
        state: applicationState,
      }),
    ),
  }),
  /** The owner or the named collector took the copy; the application is finished. */
  handOver: command({ access: ['clerk', 'supervisor'], input: z.strictObject({ id, collectorIdNumber: line.min(4) }), output: done }),
};
