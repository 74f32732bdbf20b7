import { accept, type Decision } from '../../base/decision.ts';
import type { Day } from '../../base/instant.ts';
import { withAccessFee, type AccessFeePeriod } from '../access-fee.ts';
import { feeFor, type FeeLine, type FeeProblemCode } from '../fee.ts';
import type { ScheduleInForce } from '../fee-schedule.ts';

/** One fee of all candidates who pay it: `amountCents` is `units` times `eachCents`. */
export interface ListFeeLine extends FeeLine {
  readonly units: number;
  readonly eachCents: number;
}

export interface ListFee {
  readonly lines: readonly ListFeeLine[];
  readonly totalCents: number;
  /** What one candidate's own test costs; the access fee is the whole bill's. */
  readonly each: { readonly lines: readonly FeeLine[]; readonly totalCents: number };
}

export interface ListFeeRules {
  readonly schedule: ScheduleInForce;
  readonly accessFee: readonly AccessFeePeriod[];
  readonly today: Day;
}

/** What so many driving tests cost in one payment: each pays its own, and one bill has one access fee. */
export function listFee(candidates: number, { schedule, accessFee, today }: ListFeeRules): Decision<ListFee, FeeProblemCode> {
  const each = feeFor(schedule, 'driving-test', null);
  if (!each.ok) return each;
  const own = each.value.lines.map((line) => ({ ...line, units: candidates, amountCents: line.amountCents * candidates }));
  const bill = withAccessFee({ ...each.value, lines: own, totalCents: each.value.totalCents * candidates }, accessFee, today);
  return accept({
    lines: bill.lines.map(({ units = 1, ...line }) => ({ ...line, units, eachCents: line.amountCents / units })),
    totalCents: bill.totalCents,
    each: each.value,
  });
}
