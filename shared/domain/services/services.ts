import type { ServiceId } from '../application.ts';
import type { ServiceRules } from './service.ts';
import { transferRules, type TransferBody } from './transfer.ts';

/** What was typed, by service. */
export type ServiceBody = TransferBody;

const rules: { readonly [S in ServiceId]: ServiceRules<Extract<ServiceBody, { service: S }>> } = { transfer: transferRules };

export function rulesOf(service: ServiceId): ServiceRules<ServiceBody> {
  return rules[service];
}
