import * as z from 'zod';
import { command, done, keep, nothing, query } from './procedure.ts';
import {
  amountCents,
  applicationState,
  confirmationMethod,
  day,
  feeLine,
  fieldProblem,
  id,
  instant,
  line,
  partyRole,
  paymentMethod,
  paymentState,
  counterServiceId,
  serviceId,
  timelineLine,
} from './model.ts';
import { scanKinds } from '../domain/scan-kind.ts';
import { batchRegistrationBody } from './batch-registration.ts';
import { duplicateLogbookBody } from './duplicate-logbook.ts';
import { logbookEnd } from './logbook-end.ts';
import { provisionalLicenceBody } from './provisional-licence.ts';
import { interimLicenceBody } from './interim-licence.ts';
import { testBookingBody } from './test-booking.ts';
import { schoolListBody } from './school-list.ts';
import { transferBody } from './transfer.ts';

/** The facts of an application by service; a new service adds its body here. */
export const serviceBody = z.discriminatedUnion('service', [
  transferBody,
  duplicateLogbookBody,
  provisionalLicenceBody,
  testBookingBody,
  interimLicenceBody,
  batchRegistrationBody,
  schoolListBody,
]);

/** What it is about: codes, and empty or 0 while nothing is chosen. */
const gist = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('vehicle'), plate: line }),
  z.strictObject({ of: z.literal('class'), class: line, day: line }),
  z.strictObject({ of: z.literal('units'), units: z.int().min(0) }),
]);

const applicationLine = z.strictObject({
  id,
  reference: line,
  service: serviceId,
  state: applicationState,
  plate: line,
  /** `Achieng W. → Kamau N.`, short names only. */
  who: line,
  gist,
  officeCode: line,
  clerkId: id,
  clerkName: line,
  since: instant,
  dueDay: day.nullable(),
  overdue: z.boolean(),
  receiptNumber: line.nullable(),
});

export const scanKind = z.enum(scanKinds);

const attachedScan = z.strictObject({
  id,
  kind: scanKind,
  fileName: line,
  sha256: line,
  bytes: z.int(),
  pages: z.int(),
  attachedAt: instant,
  atHub: z.boolean(),
  /** When this PC was found to have lost it before the hub had it: the paper must be scanned again. */
  lostAt: instant.nullable(),
});

const confirmation = z.strictObject({
  role: partyRole,
  name: line,
  method: confirmationMethod,
  at: instant,
  witness: line,
  /** False once the facts it was given for have been changed. */
  current: z.boolean(),
});

const paymentView = z.strictObject({
  method: paymentMethod,
  code: line,
  amountCents,
  takenAt: instant,
  state: paymentState,
  receiptNumber: line,
});

/** Why the register sent it back, refused it, or another office was first. */
export const decision = z.strictObject({
  outcome: z.enum(['approved', 'returned', 'refused', 'conflict']),
  reasons: z.array(line),
  note: z.string().max(1000),
  by: line,
  office: line,
  at: instant,
});

export const applicationCase = z.strictObject({
  line: applicationLine,
  body: serviceBody,
  draft: z.strictObject({ step: line, field: line, savedAt: instant }).nullable(),
  editable: z.boolean(),
  problems: z.array(fieldProblem),
  /** Things to ask about that do not stop the act: look-alikes, unusual chassis numbers. */
  warnings: z.array(fieldProblem),
  scansNeeded: z.array(scanKind),
  scans: z.array(attachedScan),
  /** Who must confirm for themselves, in counter order. */
  confirmers: z.array(partyRole),
  confirmations: z.array(confirmation),
  /** SHA-256 of the facts the parties confirm. */
  contentHash: line,
  fee: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('lines'), lines: z.array(feeLine), totalCents: amountCents, scheduleId: line }),
    z.strictObject({ kind: z.literal('no-row'), scheduleId: line, vehicleClass: line }),
    z.strictObject({ kind: z.literal('not-yet') }),
  ]),
  /** The registry's facts are older than the office allows for a risky act. */
  factsAgeMinutes: z.int().nullable(),
  needsSupervisor: z.boolean(),
  supervisedBy: line.nullable(),
  payment: paymentView.nullable(),
  decision: decision.nullable(),
  submittedAt: instant.nullable(),
  /** Of a sale, Traffic Act s.9: 7 days for the seller to inform, 14 days for the buyer to be registered. */
  legalClocks: z.strictObject({ sellerInforms: day, buyerRegistered: day }).nullable(),
  logbookNumber: line.nullable(),
  /** The licence that its approval gave, for an application of a learner. */
  provisional: z.strictObject({ number: line, validUntil: day }).nullable(),
  /** The newer eLogbook that took the place of the one this application made. */
  logbookEndedBy: logbookEnd.nullable(),
  collectionOfficeName: line,
  timeline: z.array(timelineLine),
});

const applicationId = z.strictObject({ id });

export const applications = {
  list: query({
    access: 'signed-in',
    input: z.strictObject({
      show: z.enum(['work', 'mine', 'all']),
      state: applicationState.nullable(),
      limit: z.int().min(1).max(500),
      offset: z.int().min(0),
    }),
    output: z.strictObject({ lines: z.array(applicationLine), total: z.int() }),
  }),
  get: query({ access: 'signed-in', input: applicationId, output: applicationCase }),
  /** Opens a case and gives it its reference. */
  open: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({ service: counterServiceId }),
    output: z.strictObject({ id, reference: line }),
  }),
  /** Keeps what is typed, once a second, with the step and the field it was typed in. */
  keepDraft: keep({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({ id, body: serviceBody, step: line, field: line }),
    output: z.strictObject({ savedAt: instant }),
  }),
  /** Sends a one-time code to the party's own phone; needs the line. In the practice office the code is shown instead. */
  sendCode: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    scope: 'device',
    input: z.strictObject({ id, role: partyRole }),
    output: z.strictObject({ sentTo: line, practiceCode: line.nullable() }),
  }),
  confirm: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({
      id,
      role: partyRole,
      declared: z.literal(true),
      contentHash: line,
      proof: z.discriminatedUnion('method', [
        z.strictObject({ method: z.literal('code'), code: line }),
        /** Strokes as an SVG path in a 600 × 200 box. */
        z.strictObject({ method: z.literal('signature'), path: z.string().max(60_000) }),
        z.strictObject({ method: z.literal('typed-name'), typedName: line }),
      ]),
    }),
    output: done,
  }),
  /** The party says no; the vehicle is free again. */
  decline: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({ id, role: partyRole, reason: line }),
    output: done,
  }),
  /** A supervisor, with their own password at this desk, allows a risky act on old facts. */
  supervise: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({ id, login: line, password: z.string().max(128), reason: line.min(3) }),
    output: done,
  }),
  /** Money, receipt number, application and journal in one transaction. */
  submit: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({
      id,
      payment: z.strictObject({ method: paymentMethod, code: line, amountCents }),
    }),
    output: z.strictObject({ receiptNumber: line }),
  }),
  /** Sends a returned application again, mended, or one in conflict once the other act is gone; no second fee (DOMAIN 0.7). */
  resubmit: command({ access: ['clerk', 'supervisor', 'dealer-clerk'], input: applicationId, output: done }),
  cancel: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({ id, reason: line.min(3) }),
    output: done,
  }),
  attachScan: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({ id, kind: scanKind, file: z.file() }),
    output: attachedScan,
  }),
  /** A scan that was lost before the hub had it is attached anew, whatever became of the application since it was sent. */
  replaceScan: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({ id, scanId: id, file: z.file() }),
    output: attachedScan,
  }),
  /** Scans that the hub was told of and that neither it nor this PC has, longest lost first: papers of applications, letters of hand-overs. */
  lostScans: query({
    access: 'signed-in',
    input: nothing,
    output: z.array(
      z.strictObject({
        scanId: id,
        lostAt: instant,
        application: z.strictObject({ id, reference: line, kind: scanKind }).nullable(),
        slipNumber: line.nullable(),
      }),
    ),
  }),
  removeScan: command({
    access: ['clerk', 'supervisor', 'dealer-clerk'],
    input: z.strictObject({ id, scanId: id }),
    output: done,
  }),
  scan: query({ access: 'signed-in', input: z.strictObject({ sha256: line }), output: z.file() }),
  /** Practice only: a made-up logbook scan of this vehicle, for trainees who have no paper at hand. */
  practiceScan: query({ access: 'signed-in', input: z.strictObject({ id, kind: scanKind }), output: z.file() }),
};
