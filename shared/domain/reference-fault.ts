import { isDay, type Day } from '../base/instant.ts';

/** One thing in the reference data that contradicts another: what, and where it stands. */
export interface ReferenceFault {
  readonly code:
    | 'day-malformed'
    | 'id-twice'
    | 'id-unknown'
    | 'period-reversed'
    | 'period-gap'
    | 'period-overlap'
    | 'band-gap'
    | 'band-overlap'
    | 'amount-not-cents'
    | 'tiers-disordered'
    | 'class-missing'
    | 'example-differs'
    | 'count-not-positive';
  readonly where: string;
}

/** Every id that stands more than once. */
export function twice(ids: readonly string[]): readonly ReferenceFault[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((where) => ({ code: 'id-twice', where }));
}

export function periodFaults(id: string, from: Day, to: Day | null): readonly ReferenceFault[] {
  const malformed = [from, to ?? from].filter((day) => !isDay(day));
  if (malformed.length > 0) return [{ code: 'day-malformed', where: id }];
  return to !== null && to < from ? [{ code: 'period-reversed', where: id }] : [];
}
