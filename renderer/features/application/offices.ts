import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';

interface NamedOffice {
  readonly code: string;
  readonly name: string;
  readonly county: string;
  readonly collects: boolean;
}

const none: readonly NamedOffice[] = [];

/** The offices of the country, as the reference data list them. */
export function useOffices(): readonly NamedOffice[] {
  return useQuery(api.office.reference.queryOptions({ input: {} })).data?.offices ?? none;
}

/** The code of this office where copies may be fetched here, else nothing. */
export function useOwnOffice(): string {
  const code = useQuery(api.office.status.queryOptions({ input: {} })).data?.office.code;
  return useOffices().find((office) => office.code === code && office.collects)?.code ?? '';
}
