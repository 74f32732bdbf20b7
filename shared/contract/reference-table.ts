import * as z from 'zod';
import { feeServices, type FeeLineCode } from '../domain/fee-schedule.ts';
import type {
  DrivingClassesFile,
  DrivingCoursesFile,
  DrivingRulesFile,
  FeeSchedulesFile,
  TestCentresFile,
  TestSessionsFile,
} from '../domain/reference.ts';
import { vehicleKinds } from '../domain/vehicle-class.ts';
import { amountCents, day, line } from './model.ts';

/** The tables of `resources/reference` that the hub may replace, in the form of their files. */

const text = z.string().max(1000);
const confidence = z.enum(['H', 'M', 'L']);
const names = z.strictObject({ en: text, sw: text }).readonly();
const count = z.int().min(0);
const dated = { asOf: day, source: text };

const drivingClass = z.strictObject({
  id: line.min(1),
  names,
  minimumAge: count.nullable(),
  prerequisite: z.strictObject({ anyOf: z.array(line).readonly(), years: count }).nullable(),
  curriculumName: line,
  source: text,
  confidence,
});

const drivingRules = z.strictObject({
  id: line.min(1),
  effectiveFrom: day,
  minimumAge: count,
  provisionalMonths: count,
  maturityDays: count,
  isMaturityBinding: z.boolean(),
  resitWaitDays: count,
  resitWithinMonths: count,
  rescheduleFeeCents: count,
  cancelRefundCents: count,
  certificateMonths: count,
  interimMonths: count,
  stages: z.array(z.strictObject({ id: line.min(1), names, fullMarks: count, passMarks: count, source: text })).readonly(),
  sources: z.array(z.strictObject({ rule: line, source: text, confidence })).readonly(),
});

const drivingCourse = z.strictObject({ id: line.min(1), classes: z.array(line).readonly(), names, source: text, confidence });
const testCentre = z.strictObject({ code: line.min(1), name: line.min(1), officeCode: line, sourced: z.boolean() });
const testSession = z.strictObject({ id: line.min(1), startsAt: line, sourced: z.boolean() });

const feeLineCode = z.enum([...feeServices, 'e-sticker', 'access-fee'] satisfies readonly FeeLineCode[]);
const band = z.strictObject({ measure: z.enum(['rating-cc', 'wheels', 'passengers']), from: count, to: count.nullable() });
const feeRow = z.strictObject({
  id: line.min(1),
  service: z.enum(feeServices),
  vehicle: z.strictObject({ kinds: z.array(z.enum(vehicleKinds)).readonly(), band: band.nullable() }).nullable(),
  accessFee: z.enum(['included', 'on-top']),
  lines: z.array(z.strictObject({ code: feeLineCode, amountCents, oneOff: z.boolean().optional() })).readonly(),
  source: text,
  confidence,
});
const feeSchedule = z.strictObject({
  id: line.min(1),
  name: line.min(1),
  selectable: z.boolean(),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  includes: z.array(line).readonly(),
  source: text,
  confidence,
  rows: z.array(feeRow).readonly(),
});

export const referenceTables = {
  'driving-classes': z.strictObject({ ...dated, classes: z.array(drivingClass).min(1).readonly() }) satisfies z.ZodType<DrivingClassesFile>,
  'driving-rules': z.strictObject({ ...dated, rules: z.array(drivingRules).min(1).readonly() }) satisfies z.ZodType<DrivingRulesFile>,
  'driving-courses': z.strictObject({ ...dated, courses: z.array(drivingCourse).readonly() }) satisfies z.ZodType<DrivingCoursesFile>,
  'test-centres': z.strictObject({ ...dated, centres: z.array(testCentre).readonly() }) satisfies z.ZodType<TestCentresFile>,
  'test-sessions': z.strictObject({ ...dated, sessions: z.array(testSession).readonly() }) satisfies z.ZodType<TestSessionsFile>,
  'fee-schedules': z.strictObject({ ...dated, schedules: z.array(feeSchedule).min(1).readonly() }) satisfies z.ZodType<FeeSchedulesFile>,
};

function update<T extends keyof typeof referenceTables>(table: T) {
  return z.strictObject({ table: z.literal(table), effectiveFrom: day, body: referenceTables[table] });
}

/** A table that takes the place of the one of that name from its day on, whole. */
export const referenceUpdate = z.discriminatedUnion('table', [
  update('driving-classes'),
  update('driving-rules'),
  update('driving-courses'),
  update('test-centres'),
  update('test-sessions'),
  update('fee-schedules'),
]);
