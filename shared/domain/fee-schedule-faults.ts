import { scheduleInForce, type FeeBand, type FeeRow, type FeeSchedule, type FeeService } from './fee-schedule.ts';
import { periodFaults, twice, type ReferenceFault } from './reference-fault.ts';
import type { VehicleKind } from './vehicle-class.ts';

/** What would make a fee wrong or ambiguous: bands that overlap, engine sizes left out, broken days and amounts. */
export function feeScheduleFaults(schedules: readonly FeeSchedule[]): readonly ReferenceFault[] {
  const ids = schedules.map((schedule) => schedule.id);
  return [
    ...twice(ids),
    ...schedules.flatMap((schedule) => [
      ...periodFaults(schedule.id, schedule.effectiveFrom, schedule.effectiveTo),
      ...schedule.includes.filter((id) => !ids.includes(id)).map((id) => ({ code: 'id-unknown', where: `${schedule.id} ${id}` }) as const),
      ...rowFaults(schedule, schedules),
    ]),
  ];
}

function rowFaults(schedule: FeeSchedule, schedules: readonly FeeSchedule[]): readonly ReferenceFault[] {
  const resolved = scheduleInForce(schedules, schedule.effectiveFrom, schedule.id);
  const rows = resolved.ok ? resolved.value.rows : schedule.rows;
  const groups = Map.groupBy(rows.flatMap(bandOfEachKind), ({ service, kind }) => `${schedule.id} ${service} ${kind}`);
  return [
    ...twice(rows.map((row) => row.id)),
    ...rows.filter((row) => !hasWholeCents(row)).map(({ id }) => ({ code: 'amount-not-cents', where: `${schedule.id} ${id}` }) as const),
    ...[...groups].flatMap(([where, group]) =>
      bandFaults(
        where,
        group.map(({ band }) => band),
      ),
    ),
  ];
}

function hasWholeCents(row: FeeRow): boolean {
  return row.lines.length > 0 && row.lines.every(({ amountCents }) => Number.isSafeInteger(amountCents) && amountCents >= 0);
}

/** A row for no vehicle in particular is the only one of its service. */
function bandOfEachKind(row: FeeRow): readonly { service: FeeService; kind: VehicleKind | 'any'; band: FeeBand | null }[] {
  if (row.vehicle === null) return [{ service: row.service, kind: 'any', band: null }];
  const { kinds, band } = row.vehicle;
  return kinds.map((kind) => ({ service: row.service, kind, band }));
}

/** The bands of one service and kind. Engine sizes must be covered from 1 without end; wheels and passengers may have holes, which stop. */
function bandFaults(where: string, bands: readonly (FeeBand | null)[]): readonly ReferenceFault[] {
  const measured = bands.filter((band) => band !== null).toSorted((one, other) => one.from - other.from);
  const first = measured[0];
  if (!first) return bands.length > 1 ? [{ code: 'band-overlap', where }] : [];
  const mixed = measured.length < bands.length || measured.some((band) => band.measure !== first.measure);
  const overlaps = mixed || measured.some((band, index) => band.from <= endOf(measured[index - 1]) || endOf(band) < band.from);
  const holes =
    first.from !== 1 ||
    endOf(measured.at(-1)) !== Infinity ||
    measured.slice(1).some((band, index) => band.from > endOf(measured[index]) + 1);
  return [
    ...(overlaps ? [{ code: 'band-overlap', where } as const] : []),
    ...(first.measure === 'rating-cc' && holes ? [{ code: 'band-gap', where } as const] : []),
  ];
}

function endOf(band: FeeBand | undefined): number {
  if (!band) return -Infinity;
  return band.to ?? Infinity;
}
