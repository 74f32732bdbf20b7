import * as z from 'zod';
import type { Day, Instant } from '../base/instant.ts';
import { applicationStates, counterServiceIds, serviceIds } from '../domain/application.ts';
import { confirmationMethods, partyRoles, type Party } from '../domain/party.ts';
import { paymentMethods, paymentStates } from '../domain/payment.ts';
import { roles } from '../domain/role.ts';
import { fuels, type Vehicle } from '../domain/vehicle.ts';
import { plateClasses } from '../domain/plate.ts';
import { vehicleKinds } from '../domain/vehicle-class.ts';

/** Zod forms of the domain's nouns, used by screens, wire and files alike. Each is checked against its domain type. */

export const id = z.uuid();
/** The pattern proves the brand, which zod cannot express by itself. */
export const instant = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<Instant, Instant>;
export const day = z.iso.date() as unknown as z.ZodType<Day, Day>;
export const line = z.string().trim().max(200);
export const amountCents = z.int().min(0).max(100_000_000_00);

export const role = z.enum(roles);
export const serviceId = z.enum(serviceIds);
export const counterServiceId = z.enum(counterServiceIds);
export const applicationState = z.enum(applicationStates);
export const partyRole = z.enum(partyRoles);
export const paymentMethod = z.enum(paymentMethods);
export const paymentState = z.enum(paymentStates);
export const confirmationMethod = z.enum(confirmationMethods);

const factSource = z.strictObject({ from: z.enum(['registry', 'paper']), asOf: instant });
const vehicleMark = z.strictObject({ kind: z.enum(['charge', 'caveat', 'stolen']), since: day, by: line });
export const vehicleOwner = z.strictObject({ name: line, idKind: line, idNumber: line, kraPin: line, phone: line });

export const vehicle = z.strictObject({
  plate: line,
  plateClass: z.enum(plateClasses),
  chassis: line,
  engineNumber: line,
  make: line,
  model: line,
  body: line,
  kind: z.enum(vehicleKinds),
  ratingCc: z.int().min(0).max(30_000).nullable(),
  wheels: z.int().min(0).max(40).nullable(),
  colour: line,
  fuel: z.enum(fuels),
  yearOfManufacture: z.int().min(1900).max(2100),
  registeredOn: day.nullable(),
  owners: z.array(vehicleOwner).max(4).readonly(),
  previousOwners: z.int().min(0),
  marks: z.array(vehicleMark).readonly(),
  logbookNumber: line.nullable(),
  eStickerIssued: z.boolean(),
  source: factSource,
}) satisfies z.ZodType<Vehicle>;

export const party = z.strictObject({
  idKind: line,
  idNumber: line,
  name: line,
  kraPin: line,
  phone: line,
  postalAddress: line,
  organisation: line,
  organisationNumber: line,
}) satisfies z.ZodType<Party>;

export const feeLine = z.strictObject({
  code: line,
  /** Key of the line's words in `shared/text`. */
  labelKey: line,
  amountCents,
  scheduleId: line,
  rowId: line,
  /** How many motorcycles of a batch pay it; absent where it is paid once. */
  units: z.int().min(1).optional(),
});

export const fieldProblem = z.strictObject({
  step: line,
  field: line,
  code: line,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** One line of a record's history: who, in which role, at which office and PC, when, and what was done. */
export const timelineLine = z.strictObject({
  entryId: id,
  at: instant,
  kind: line,
  actor: line,
  office: line,
  deviceNo: z.int(),
  /** Short facts for the sentence of this kind (names, numbers, reasons), masked. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
