import { dayOf, type Day } from '#shared/base/instant.ts';
import type { FeeService } from '#shared/domain/fee-schedule.ts';
import type { Reference } from '#shared/domain/reference.ts';
import {
  referenceTableNames,
  tableOf,
  type ReferenceInForce,
  type ReferenceTable,
  type ReferenceUpdate,
} from '#shared/domain/reference-update.ts';
import type { FeatureHandlers } from './handler.ts';
import type { ReferenceBook } from './reference-book.ts';

/** The fees of learning and testing (DOMAIN §1.5). */
const drivingServices: readonly FeeService[] = [
  'provisional-licence',
  'driving-test',
  'interim-licence',
  'smart-licence',
  'smart-licence-replacement',
  'one-year-licence',
  'foreign-licence-conversion',
  'professional-retest',
];

/** The page of reference data: what is in force today, where each table comes from and what begins later. */
export function referenceHandlers(book: ReferenceBook): FeatureHandlers<'reference'> {
  return {
    tables: ({ now }) => {
      const inForce = book.inForce();
      const { reference } = inForce;
      return {
        standings: referenceTableNames.map((table) => ({ ...standingOf(table, inForce), later: laterDays(table, book, dayOf(now)) })),
        classes: reference.drivingClasses.classes,
        rules: reference.drivingRules.rules,
        courses: reference.drivingCourses.courses,
        centres: reference.testCentres.centres,
        sessions: reference.testSessions.sessions,
        fees: feesOf(reference),
      };
    },
  };
}

function standingOf(table: ReferenceTable, { reference, used, faulty }: ReferenceInForce) {
  const { asOf, source } = tableOf(reference, table);
  return { table, asOf, source, fromHub: daysOf(table, used)[0] ?? null, faulty: daysOf(table, faulty) };
}

function laterDays(table: ReferenceTable, book: ReferenceBook, today: Day): readonly Day[] {
  return daysOf(table, book.updates()).filter((day) => day > today);
}

function daysOf(table: ReferenceTable, updates: readonly ReferenceUpdate[]): readonly Day[] {
  return updates.filter((update) => update.table === table).map(({ effectiveFrom }) => effectiveFrom);
}

function feesOf({ feeSchedules }: Reference) {
  return feeSchedules.schedules.flatMap((schedule) =>
    schedule.rows
      .filter(({ service }) => drivingServices.includes(service))
      .map(({ service, lines, source, confidence }) => ({
        schedule: schedule.name,
        from: schedule.effectiveFrom,
        service,
        amountCents: lines.reduce((sum, { amountCents }) => sum + amountCents, 0),
        source,
        confidence,
      })),
  );
}
