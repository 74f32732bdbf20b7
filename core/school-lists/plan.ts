import { dayOf } from '#shared/base/instant.ts';
import { isSamePlace, usableSeats } from '#shared/domain/seat-lease.ts';
import { scheduleInForce } from '#shared/domain/fee-schedule.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { listFee, type ListFee } from '#shared/domain/school-list/list-fee.ts';
import type { QueryContext } from '../context.ts';
import { readSetting } from '../office/setting.ts';
import { AppError } from '../refusal.ts';
import { listLeases, type SeatClock } from '../seats/service.ts';
import type { JudgedCandidate } from './judge.ts';
import type { SchoolList } from './list-store.ts';

/** What booking a list would do now: those with a seat, by their place in it, and those who only wait. */
export interface ListPlan {
  /** Null: the PC's clock was set back, so no lease counts. */
  readonly seats: number | null;
  readonly booked: readonly JudgedCandidate[];
  readonly waiting: readonly JudgedCandidate[];
  /** Null where nobody has a seat. */
  readonly fee: ListFee | null;
}

export interface PlanDeps {
  readonly clock: SeatClock;
  readonly reference: Reference;
}

export function planOf(cx: QueryContext, { clock, reference }: PlanDeps, { list, rows }: ListOfRows): ListPlan {
  const good = rows.filter(({ state }) => state === 'good');
  const seats = seatsAtHand(cx, clock, list);
  const booked = good.slice(0, seats ?? 0);
  return { seats, booked, waiting: good.slice(booked.length), fee: booked.length === 0 ? null : feeOf(cx, reference, booked.length) };
}

/** How many of them a supervisor has to stand by. */
export function countOld(rows: readonly JudgedCandidate[]): number {
  return rows.filter(({ isRecordOld }) => isRecordOld).length;
}

interface ListOfRows {
  readonly list: SchoolList;
  readonly rows: readonly JudgedCandidate[];
}

/** As many as `getSeatAtHand` would give one after the other. */
function seatsAtHand({ db, now, office }: QueryContext, clock: SeatClock, place: SchoolList): number | null {
  const trusted = clock();
  if (trusted === null) return null;
  const moment = { deviceId: office.deviceId, epoch: office.epoch, at: trusted > now ? trusted : now };
  return listLeases(db, { from: place.day, to: place.day, of: place })
    .filter((lease) => isSamePlace(lease, place) && lease.from <= now)
    .reduce((sum, lease) => sum + usableSeats(lease, moment).length, 0);
}

function feeOf({ db, now }: QueryContext, reference: Reference, candidates: number): ListFee {
  const scheduleId = readSetting(db, 'scheduleId');
  const today = dayOf(now);
  const schedule = scheduleInForce(reference.feeSchedules.schedules, today, scheduleId);
  if (!schedule.ok) throw new AppError('fee.no-row', { scheduleId, vehicleClass: schedule.problem.code });
  const fee = listFee(candidates, { schedule: schedule.value, accessFee: reference.accessFee.periods, today });
  if (!fee.ok) throw new AppError('fee.no-row', { scheduleId, vehicleClass: '' });
  return fee.value;
}
