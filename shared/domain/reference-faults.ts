import { addDays, isDay } from '../base/instant.ts';
import type { AccessFeePeriod } from './access-fee.ts';
import { drivingFaults } from './driving-faults.ts';
import { feeScheduleFaults } from './fee-schedule-faults.ts';
import { plateClasses, plateReadings } from './plate.ts';
import { periodFaults, twice, type ReferenceFault } from './reference-fault.ts';
import type { CountiesFile, HolidaysFile, OfficesFile, PlateClassesFile, Reference } from './reference.ts';

/** Everything that is inconsistent in the data; a program must not start on data with faults. */
export function referenceFaults(reference: Reference): readonly ReferenceFault[] {
  return [
    ...feeScheduleFaults(reference.feeSchedules.schedules),
    ...accessFeeFaults(reference.accessFee.periods),
    ...holidayFaults(reference.holidays),
    ...officeFaults(reference.offices, reference.counties),
    ...plateClassFaults(reference.plateClasses),
    ...serviceTimeFaults(reference.serviceTimes.serviceTimes),
    ...drivingFaults(reference),
  ];
}

function accessFeeFaults(periods: readonly AccessFeePeriod[]): readonly ReferenceFault[] {
  return [
    ...twice(periods.map((period) => period.id)),
    ...periods.flatMap((period, index) => [
      ...periodFaults(period.id, period.from, period.to),
      ...joinFaults(periods[index - 1], period),
      ...tierFaults(period),
    ]),
  ];
}

function joinFaults(before: AccessFeePeriod | undefined, period: AccessFeePeriod): readonly ReferenceFault[] {
  if (!before) return [];
  if (before.to === null || before.to >= period.from) return [{ code: 'period-overlap', where: period.id }];
  return addDays(before.to, 1) === period.from ? [] : [{ code: 'period-gap', where: period.id }];
}

function tierFaults({ id, on, tiers }: AccessFeePeriod): readonly ReferenceFault[] {
  const inOrder = tiers.every((tier, index) => tier.fromCents > (tiers[index - 1]?.fromCents ?? -1));
  const fromZero = !on || tiers[0]?.fromCents === 0;
  const wholeCents = tiers.every(
    ({ fromCents, feeCents }) => Number.isSafeInteger(fromCents) && Number.isSafeInteger(feeCents) && feeCents >= 0,
  );
  return [
    ...(inOrder && fromZero ? [] : [{ code: 'tiers-disordered', where: id } as const]),
    ...(wholeCents ? [] : [{ code: 'amount-not-cents', where: id } as const]),
  ];
}

function holidayFaults({ fixed, easter, gazetted }: HolidaysFile): readonly ReferenceFault[] {
  const days = [...fixed.map(({ id, monthDay }) => ({ id, day: `2023-${monthDay}` })), ...gazetted];
  return [
    ...twice([...fixed, ...easter].map(({ id }) => id)),
    ...twice(gazetted.map(({ day }) => day)),
    ...days.filter(({ day }) => !isDay(day)).map(({ id }) => ({ code: 'day-malformed', where: id }) as const),
  ];
}

function officeFaults({ offices, collectionPoints }: OfficesFile, { counties }: CountiesFile): readonly ReferenceFault[] {
  const codes = new Set(offices.map((office) => office.code));
  const countyCodes = new Set(counties.map((county) => county.code));
  return [
    ...twice(counties.flatMap((county) => [county.code, county.name])),
    ...twice(offices.map((office) => office.code)),
    ...twice(collectionPoints.map((point) => point.officeCode)),
    ...offices.filter((office) => !countyCodes.has(office.countyCode)).map(({ code }) => ({ code: 'id-unknown', where: code }) as const),
    ...collectionPoints
      .filter((point) => !codes.has(point.officeCode))
      .map(({ officeCode }) => ({ code: 'id-unknown', where: officeCode }) as const),
  ];
}

function plateClassFaults(file: PlateClassesFile): readonly ReferenceFault[] {
  const described = file.plateClasses.map((facts) => facts.class);
  return [
    ...twice(described),
    ...plateClasses.filter((plateClass) => !described.includes(plateClass)).map((where) => ({ code: 'class-missing', where }) as const),
    ...file.plateClasses.flatMap((facts) =>
      facts.examples
        .filter((example) => !plateReadings(example).includes(facts.class))
        .map((example) => ({ code: 'example-differs', where: `${facts.class} ${example}` }) as const),
    ),
  ];
}

function serviceTimeFaults(times: Reference['serviceTimes']['serviceTimes']): readonly ReferenceFault[] {
  return [
    ...twice(times.map((time) => time.service)),
    ...times
      .filter(({ workingDays }) => !(workingDays >= 1))
      .map(({ service }) => ({ code: 'count-not-positive', where: service }) as const),
  ];
}
