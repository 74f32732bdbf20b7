import * as z from 'zod';
import { day, instant, line } from './model.ts';
import { done, keep, nothing, query, watch } from './procedure.ts';

const topics = z.enum([
  'applications',
  'batches',
  'queue',
  'line',
  'people',
  'settings',
  'registrar',
  'logbooks',
  'sheets',
  'start',
  'vehicles',
  'drivers',
  'notices',
  'copies',
  'printing',
  'tests',
  'school-lists',
  'shelf',
  'stock',
]);

/** The bottom bar: it never lies. */
const officeStatus = z.strictObject({
  office: z.strictObject({ code: line, name: line, deviceNo: z.int() }),
  practice: z.boolean(),
  line: z.strictObject({
    state: z.enum(['up', 'down', 'cut', 'unknown']),
    since: instant.nullable(),
    lastContactAt: instant.nullable(),
    reason: line.nullable(),
  }),
  queue: z.strictObject({ waiting: z.int(), refused: z.int(), oldestAt: instant.nullable() }),
  /** `tests`: for how many of those who wait for a driving test a seat is free here now. */
  counts: z.strictObject({ work: z.int(), toApprove: z.int(), logbooks: z.int(), tests: z.int() }),
  diskFreeBytes: z.number().nullable(),
  readOnly: z.boolean(),
});

export const office = {
  status: query({ access: 'signed-in', input: nothing, output: officeStatus }),
  changes: watch({ access: 'anyone', input: nothing, output: z.strictObject({ topics: z.array(topics) }) }),
  /** Practice only: pulls the plug of the line, so that a newcomer sees what happens. */
  cutLine: keep({ access: 'signed-in', input: z.strictObject({ cut: z.boolean() }), output: done }),
  reference: query({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      offices: z.array(z.strictObject({ code: line, name: line, county: line, collects: z.boolean() })),
      scheduleId: line,
      schedules: z.array(z.strictObject({ id: line, name: line, from: day, source: line })),
      cashAllowed: z.boolean(),
    }),
  }),
};
