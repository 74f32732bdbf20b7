import type { Day } from '../base/instant.ts';
import { accept, decline, type Decision } from '../base/decision.ts';
import type { VehicleKind } from './vehicle-class.ts';

/** How sure the source is: H official or several agree, M one decent source, L weak (DOMAIN, head note). */
export type Confidence = 'H' | 'M' | 'L';

/** What the portal charges for (DOMAIN §1.2 to §1.5). */
export const feeServices = [
  'transfer',
  'first-registration',
  'dealer-inspection',
  'plates',
  'special-plates',
  'customised-plates',
  'duplicate-logbook',
  'copy-of-records',
  'discharge',
  'change-of-particulars',
  'colour-change',
  'inspection',
  'records-update',
  'add-organisation',
  'logbook-collection',
  'provisional-licence',
  'driving-test',
  'interim-licence',
  'smart-licence',
  'smart-licence-replacement',
  'one-year-licence',
  'foreign-licence-conversion',
  'professional-retest',
  'road-service-licence',
  'dealer-licence',
] as const;
export type FeeService = (typeof feeServices)[number];

export type FeeLineCode = FeeService | 'e-sticker' | 'access-fee';

export type FeeMeasure = 'rating-cc' | 'wheels' | 'passengers';

/** Whole numbers from `from` up to and including `to`; `to` null has no upper edge. */
export interface FeeBand {
  readonly measure: FeeMeasure;
  readonly from: number;
  readonly to: number | null;
}

export interface FeeRowLine {
  readonly code: FeeLineCode;
  readonly amountCents: number;
  /** Charged only where the vehicle never had the thing. */
  readonly oneOff?: boolean | undefined;
}

/** One row of a published table, with where it was read. */
export interface FeeRow {
  readonly id: string;
  readonly service: FeeService;
  /** Null: the fee does not depend on a vehicle. A null band: every vehicle of these kinds. */
  readonly vehicle: { readonly kinds: readonly VehicleKind[]; readonly band: FeeBand | null } | null;
  /** `included`: the figure is what is billed; `on-top`: the eCitizen access fee comes as a line of its own while it is switched on. */
  readonly accessFee: 'included' | 'on-top';
  readonly lines: readonly FeeRowLine[];
  readonly source: string;
  readonly confidence: Confidence;
}

/** A dated table of fees. Published tables conflict (DOMAIN 0.3), so each is kept whole and an office may choose one. */
export interface FeeSchedule {
  readonly id: string;
  readonly name: string;
  /** False for a table that is only ever included by others. */
  readonly selectable: boolean;
  readonly effectiveFrom: Day;
  /** Last day in force, or null while no end is known. */
  readonly effectiveTo: Day | null;
  /** Schedules whose rows count as its own, for services the table itself does not list. */
  readonly includes: readonly string[];
  readonly source: string;
  readonly confidence: Confidence;
  readonly rows: readonly FeeRow[];
}

/** A schedule with the rows it includes; each row still names the table it stands in. */
export interface ScheduleInForce {
  readonly id: string;
  readonly rows: readonly (FeeRow & { readonly scheduleId: string })[];
}

export type ScheduleProblemCode = 'fee.schedule-unknown' | 'fee.schedule-not-in-force' | 'fee.no-schedule';

function isInForce(schedule: FeeSchedule, day: Day): boolean {
  return schedule.effectiveFrom <= day && (schedule.effectiveTo === null || day <= schedule.effectiveTo);
}

function withIncludedRows(schedule: FeeSchedule, schedules: readonly FeeSchedule[]): ScheduleInForce {
  const included = schedules.filter((other) => schedule.includes.includes(other.id));
  const rows = [schedule, ...included].flatMap((table) => table.rows.map((row) => ({ ...row, scheduleId: table.id })));
  return { id: schedule.id, rows };
}

/** The chosen schedule if it is in force on that day; without a choice, the one that came into force last. */
export function scheduleInForce(
  schedules: readonly FeeSchedule[],
  day: Day,
  chosenId?: string,
): Decision<ScheduleInForce, ScheduleProblemCode> {
  const selectable = schedules.filter((schedule) => schedule.selectable);
  if (chosenId !== undefined) {
    const chosen = selectable.find((schedule) => schedule.id === chosenId);
    if (!chosen) return decline('fee.schedule-unknown', { scheduleId: chosenId });
    if (!isInForce(chosen, day)) return decline('fee.schedule-not-in-force', { scheduleId: chosenId, day });
    return accept(withIncludedRows(chosen, schedules));
  }
  const latest = selectable
    .filter((schedule) => isInForce(schedule, day))
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? 1 : -1))[0];
  return latest ? accept(withIncludedRows(latest, schedules)) : decline('fee.no-schedule', { day });
}
