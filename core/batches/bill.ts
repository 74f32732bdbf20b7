import { dayOf, type Instant } from '#shared/base/instant.ts';
import { addCents } from '#shared/base/money.ts';
import { batchFee, unitFeeCents, type BatchFeeLine, type BatchFeeRules } from '#shared/domain/batch/batch-fee.ts';
import { ratingOf } from '#shared/domain/batch/unit.ts';
import { scheduleInForce } from '#shared/domain/fee-schedule.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { ReadDb } from '../db/database.ts';
import { readSetting } from '../office/setting.ts';
import { AppError } from '../refusal.ts';
import type { BatchRow } from './row-store.ts';

export interface BatchBill {
  readonly lines: readonly BatchFeeLine[];
  readonly totalCents: number;
  /** What one motorcycle of this capacity pays; the access fee is the whole bill's. */
  readonly eachCents: (row: Pick<BatchRow, 'cells'>) => number;
}

/** The bill for these rows by today's table; where the table has no row the counter stops and asks. */
export function billOf(
  { db, now }: { readonly db: ReadDb; readonly now: Instant },
  reference: Reference,
  rows: readonly BatchRow[],
): BatchBill {
  const today = dayOf(now);
  const scheduleId = readSetting(db, 'scheduleId');
  const schedule = scheduleInForce(reference.feeSchedules.schedules, today, scheduleId);
  if (!schedule.ok) throw new AppError('fee.no-row', { scheduleId, vehicleClass: schedule.problem.code });
  const rules: BatchFeeRules = { schedule: schedule.value, accessFee: reference.accessFee.periods, today };
  const fee = batchFee(
    rows.map(({ cells }) => ratingOf(cells)),
    rules,
  );
  if (!fee.ok) throw noRow(scheduleId);
  return {
    lines: fee.value,
    totalCents: addCents(...fee.value.map(({ amountCents }) => amountCents)),
    eachCents: ({ cells }) => {
      const own = unitFeeCents(ratingOf(cells), rules);
      if (!own.ok) throw noRow(scheduleId);
      return own.value;
    },
  };
}

function noRow(scheduleId: string): AppError {
  return new AppError('fee.no-row', { scheduleId, vehicleClass: 'motorcycle' });
}
