import * as z from 'zod';
import { unitStates } from '../domain/batch/unit.ts';
import { unitReasons } from '../domain/batch/unit-reason.ts';
import { decision } from './applications.ts';
import { unit, unitOutcome } from './batch-registration.ts';
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
  /** The motorcycles of a batch, each with what became of it. */
  units: query({
    access: ['registrar', 'auditor'],
    input: z.strictObject({ applicationId: id }),
    output: z.strictObject({ units: z.array(z.strictObject({ unit, state: z.enum(unitStates), outcome: unitOutcome.nullable() })) }),
  }),
  /** Approves what is under review of a batch, but for the motorcycles that are sent back. */
  decideBatch: command({
    access: ['registrar'],
    input: z.strictObject({
      applicationId: id,
      returned: z
        .array(z.strictObject({ unitId: id, reasons: z.array(z.enum(unitReasons)).min(1).max(5), note: z.string().trim().max(1000) }))
        .max(20_000),
    }),
    output: done,
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
