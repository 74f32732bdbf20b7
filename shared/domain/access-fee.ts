import type { Day } from '../base/instant.ts';
import { feeTotalCents, type Fee, type FeeLine } from './fee.ts';
import type { Confidence } from './fee-schedule.ts';

/** Bills of `fromCents` and more, up to the next tier, carry `feeCents`. */
export interface AccessFeeTier {
  readonly fromCents: number;
  readonly feeCents: number;
}

/** The eCitizen access fee between two days; `on` false records a time in which it is not charged. */
export interface AccessFeePeriod {
  readonly id: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly on: boolean;
  readonly tiers: readonly AccessFeeTier[];
  readonly source: string;
  readonly confidence: Confidence;
}

/**
 * The fee with the access fee of that day as its last line, or as it is. The access fee slides, was quashed by the High Court and
 * went on being charged (DOMAIN 0.4, §1.1), hence dated data. A free service carries none, and a figure that is already what the
 * portal bills (`included`) gets no second one: the 750 of seed 003 is 700 and 50.
 */
export function withAccessFee(fee: Fee, periods: readonly AccessFeePeriod[], day: Day): Fee {
  const period = periods.find(({ from, to }) => from <= day && (to === null || day <= to));
  if (fee.accessFee === 'included' || !period?.on || fee.totalCents === 0) return fee;
  const tier = period.tiers.findLast(({ fromCents }) => fromCents <= fee.totalCents);
  if (!tier) return fee;
  const line: FeeLine = {
    code: 'access-fee',
    labelKey: 'fee.line.access-fee',
    amountCents: tier.feeCents,
    scheduleId: 'access-fee',
    rowId: period.id,
  };
  const lines = [...fee.lines, line];
  return { ...fee, lines, totalCents: feeTotalCents(lines) };
}
