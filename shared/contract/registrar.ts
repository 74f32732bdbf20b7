import * as z from 'zod';
import { decision } from './applications.ts';
import { applicationState, day, id, instant, line, serviceId } from './model.ts';
import { command, done, nothing, query } from './procedure.ts';

const registrarCase = z.strictObject({
  applicationId: id,
  reference: line,
  service: serviceId,
  state: applicationState,
  plate: line,
  who: line,
  officeCode: line,
  clerkName: line,
  submittedAt: instant,
  receivedAt: instant,
  dueDay: day,
  ageWorkingDays: z.int(),
  overdue: z.boolean(),
  ownWork: z.boolean(),
});

export const registrar = {
  list: query({ access: ['registrar', 'auditor'], input: nothing, output: z.array(registrarCase) }),
  get: query({
    access: ['registrar', 'auditor'],
    input: z.strictObject({ applicationId: id }),
    output: z.strictObject({
      summary: registrarCase,
      /** The application exactly as it was sent. */
      submission: z.unknown(),
      scans: z.array(z.strictObject({ kind: line, sha256: line, pages: z.int(), bytes: z.int(), here: z.boolean() })),
      decision: decision.nullable(),
    }),
  }),
  /** The scan from this PC if it is here, else from the hub. */
  scan: query({ access: ['registrar', 'auditor'], input: z.strictObject({ sha256: line }), output: z.file() }),
  decide: command({
    access: ['registrar'],
    input: z.strictObject({
      applicationId: id,
      outcome: z.enum(['approved', 'returned', 'refused']),
      reasons: z.array(line).max(10),
      note: z.string().trim().max(1000),
    }),
    output: done,
  }),
};
