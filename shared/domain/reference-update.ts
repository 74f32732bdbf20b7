import type { Day } from '../base/instant.ts';
import type { Reference } from './reference.ts';
import { referenceFaults } from './reference-faults.ts';

/** The tables that the hub may replace, and where each stands in the reference. */
const places = {
  'driving-classes': 'drivingClasses',
  'driving-rules': 'drivingRules',
  'driving-courses': 'drivingCourses',
  'test-centres': 'testCentres',
  'test-sessions': 'testSessions',
  'fee-schedules': 'feeSchedules',
} as const satisfies Readonly<Record<string, keyof Reference>>;

export type ReferenceTable = keyof typeof places;
export const referenceTableNames = Object.keys(places) as readonly ReferenceTable[];

/** A table that takes the place of the one of that name from its day on, whole. */
export type ReferenceUpdate = {
  readonly [T in ReferenceTable]: { readonly table: T; readonly effectiveFrom: Day; readonly body: Reference[(typeof places)[T]] };
}[ReferenceTable];

/** What is in force on a day. */
export interface ReferenceInForce {
  readonly reference: Reference;
  /** The updates that stand in it, one a table. */
  readonly used: readonly ReferenceUpdate[];
  /** Those that have begun and cannot be used, because they contradict the other tables. */
  readonly faulty: readonly ReferenceUpdate[];
}

export function tableOf(reference: Reference, table: ReferenceTable): Reference[(typeof places)[ReferenceTable]] {
  return reference[places[table]];
}

/**
 * What ships with the program, with every update that has begun, in the order of their days. One that contradicts the other tables is left
 * out, because a program must not work on data with faults; the table of before goes on.
 */
export function referenceOn(shipped: Reference, updates: readonly ReferenceUpdate[], day: Day): ReferenceInForce {
  const begun = updates
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : one.effectiveFrom > other.effectiveFrom ? 1 : 0));
  return begun.reduce(withUpdate, { reference: shipped, used: [], faulty: [] });
}

function withUpdate(inForce: ReferenceInForce, update: ReferenceUpdate): ReferenceInForce {
  const reference = { ...inForce.reference, [places[update.table]]: update.body };
  if (referenceFaults(reference).length > 0) return { ...inForce, faulty: [...inForce.faulty, update] };
  return { ...inForce, reference, used: [...inForce.used.filter(({ table }) => table !== update.table), update] };
}
