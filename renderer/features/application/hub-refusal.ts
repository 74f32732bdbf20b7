import { useQuery } from '@tanstack/react-query';
import { isRejectionReason } from '#shared/domain/rejection-reason.ts';
import type { ServiceId } from '#shared/domain/application.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { rulesOf } from '#shared/domain/services/services.ts';
import { api } from '#renderer/connection/connection.ts';
import type { ApplicationCase } from './application-case.ts';

/** Where a refusal points to when the hub names no field, by the beginning of its code. */
const places: readonly (readonly [beginning: string, step: string, field: string])[] = [
  ['vehicle.differs', 'vehicle', 'vehicle.chassis'],
  ['vehicle.', 'vehicle', 'vehicle.plate'],
  ['party.', 'buyer', 'parties.buyer.idNumber'],
  ['payment.', 'money', 'payment'],
];

/**
 * What the hub itself refused in an application that came back, and at which field; null where a registrar sent it back. The field
 * stands in the hub's answer, which the queue keeps open until somebody acts on the case; after that the code alone must do.
 */
export function useHubRefusal({ line, decision }: Pick<ApplicationCase, 'line' | 'decision'>): FieldProblem | null {
  const items = useQuery({ ...api.queue.list.queryOptions({ input: {} }), enabled: line.state === 'returned' }).data ?? [];
  const code = line.state === 'returned' ? decision?.reasons.find((reason) => !isRejectionReason(reason)) : undefined;
  if (code === undefined) return null;
  const told = items.find((item) => item.applicationId === line.id && item.state === 'refused')?.problems[0];
  return told ?? placeOf(line.service, code);
}

function placeOf(service: ServiceId, code: string): FieldProblem {
  const { applicant } = rulesOf(service);
  if (code === 'party.not-owner') return { step: applicant, field: `parties.${applicant}.idNumber`, code, facts: {} };
  const [, step = '', field = ''] = places.find(([beginning]) => code.startsWith(beginning)) ?? [];
  return { step, field, code, facts: {} };
}
