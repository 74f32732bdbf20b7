import { accept, decline, type Decision } from '../base/decision.ts';
import { addCents } from '../base/money.ts';
import type { FeeBand, FeeLineCode, FeeMeasure, FeeRow, FeeService, ScheduleInForce } from './fee-schedule.ts';
import type { VehicleFacts } from './vehicle-class.ts';

/** One line of a bill. It names its schedule and row, so that a receipt can say where the figure was read. */
export interface FeeLine {
  readonly code: FeeLineCode;
  /** Key of the line's words in `shared/text`. */
  readonly labelKey: `fee.line.${FeeLineCode}`;
  readonly amountCents: number;
  readonly scheduleId: string;
  readonly rowId: string;
  /** How many motorcycles of a batch pay it, all together `amountCents`; absent where it is paid once. */
  readonly units?: number | undefined;
}

export interface Fee {
  readonly scheduleId: string;
  readonly rowId: string;
  readonly accessFee: FeeRow['accessFee'];
  readonly lines: readonly FeeLine[];
  readonly totalCents: number;
}

/** `fee.no-row` names schedule, service, kind and measure: the counter stops and asks, it never guesses (FEATURES B3). */
export type FeeProblemCode = 'fee.no-row' | 'fee.vehicle-missing' | 'fee.measure-missing';

/** What a service costs for a vehicle by one schedule. A service that concerns no vehicle takes null. */
export function feeFor(schedule: ScheduleInForce, service: FeeService, vehicle: VehicleFacts | null): Decision<Fee, FeeProblemCode> {
  const rows = schedule.rows.filter((row) => row.service === service);
  const anyVehicle = rows.find((row) => row.vehicle === null);
  if (anyVehicle) return accept(feeOfRow(schedule, anyVehicle, vehicle));
  const noRow = { scheduleId: schedule.id, service };
  if (rows.length === 0) return decline('fee.no-row', noRow);
  if (!vehicle) return decline('fee.vehicle-missing', noRow);

  const ofKind = rows.filter((row) => row.vehicle?.kinds.includes(vehicle.kind));
  const match = ofKind.find((row) => fits(row.vehicle?.band ?? null, vehicle));
  if (match) return accept(feeOfRow(schedule, match, vehicle));

  const measure = ofKind.find((row) => row.vehicle?.band)?.vehicle?.band?.measure;
  if (measure === undefined) return decline('fee.no-row', { ...noRow, kind: vehicle.kind });
  const size = sizeOf(vehicle, measure);
  if (size === null) return decline('fee.measure-missing', { ...noRow, kind: vehicle.kind, measure });
  return decline('fee.no-row', { ...noRow, kind: vehicle.kind, measure, size });
}

export function feeTotalCents(lines: readonly FeeLine[]): number {
  return addCents(...lines.map((line) => line.amountCents));
}

function sizeOf(vehicle: VehicleFacts, measure: FeeMeasure): number | null {
  switch (measure) {
    case 'rating-cc':
      return vehicle.ratingCc;
    case 'wheels':
      return vehicle.wheels;
    case 'passengers':
      return vehicle.passengers ?? null;
  }
}

function fits(band: FeeBand | null, vehicle: VehicleFacts): boolean {
  if (band === null) return true;
  const size = sizeOf(vehicle, band.measure);
  return size !== null && size >= band.from && (band.to === null || size <= band.to);
}

function feeOfRow(schedule: ScheduleInForce, row: ScheduleInForce['rows'][number], vehicle: VehicleFacts | null): Fee {
  const lines = row.lines
    .filter((line) => !(line.oneOff === true && vehicle?.eStickerIssued === true))
    .map(({ code, amountCents }): FeeLine => ({
      code,
      labelKey: `fee.line.${code}`,
      amountCents,
      scheduleId: row.scheduleId,
      rowId: row.id,
    }));
  return { scheduleId: schedule.id, rowId: row.id, accessFee: row.accessFee, lines, totalCents: feeTotalCents(lines) };
}
