import { dayOf, type Instant } from '#shared/base/instant.ts';
import { withAccessFee } from '#shared/domain/access-fee.ts';
import type { ServiceId } from '#shared/domain/application.ts';
import { feeFor, type FeeLine } from '#shared/domain/fee.ts';
import { scheduleInForce } from '#shared/domain/fee-schedule.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { rulesOf, vehicleOf, type ServiceBody } from '#shared/domain/services/services.ts';

/** What an application costs today, or why the counter must stop and ask. */
export type FeeView =
  | { readonly kind: 'lines'; readonly lines: FeeLine[]; readonly totalCents: number; readonly scheduleId: string }
  | { readonly kind: 'no-row'; readonly scheduleId: string; readonly vehicleClass: string }
  | { readonly kind: 'not-yet' };

export interface FeeQuestion {
  readonly service: ServiceId;
  readonly body: ServiceBody;
  readonly scheduleId: string;
  readonly now: Instant;
}

export function feeOf(reference: Reference, { service, body, scheduleId, now }: FeeQuestion): FeeView {
  const rules = rulesOf(service);
  const vehicle = vehicleOf(body);
  const today = dayOf(now);
  const schedule = scheduleInForce(reference.feeSchedules.schedules, today, scheduleId);
  if (!schedule.ok) return { kind: 'no-row', scheduleId, vehicleClass: schedule.problem.code };
  const fee = feeFor(schedule.value, rules.feeService, vehicle);
  if (fee.ok) {
    const { lines, totalCents } = withAccessFee(fee.value, reference.accessFee.periods, today);
    return { kind: 'lines', lines: [...lines], totalCents, scheduleId };
  }
  if (fee.problem.code === 'fee.vehicle-missing') return { kind: 'not-yet' };
  return { kind: 'no-row', scheduleId, vehicleClass: classOf(fee.problem.facts) };
}

/** `trailer, wheels 2`: enough for the sentence that names what has no row. */
function classOf(facts: Readonly<Record<string, string | number>>): string {
  const size = facts['size'] === undefined ? '' : ` ${facts['size']}`;
  return `${facts['kind'] ?? ''}${facts['measure'] === undefined ? '' : `, ${facts['measure']}${size}`}`;
}
