import { formatKes } from '#shared/base/money.ts';
import { collectionOfficeOf } from '#shared/domain/services/services.ts';
import type { Desk } from './desk.ts';
import { useOffices } from './offices.ts';

/** What every service promises before it is confirmed. */
export interface PromiseFacts {
  /** `KES 2,250`, or empty while no fee is known. */
  readonly fee: string;
  readonly office: string;
}

export function usePromiseFacts({ application, body }: Pick<Desk, 'application' | 'body'>): PromiseFacts {
  const offices = useOffices();
  const chosen = collectionOfficeOf(body);
  return {
    fee: application.fee.kind === 'lines' ? formatKes(application.fee.totalCents) : '',
    office: offices.find(({ code }) => code === chosen)?.name ?? chosen,
  };
}
