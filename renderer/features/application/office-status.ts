import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';

/** Whether this is the practice office, where made-up papers and codes help a trainee along. */
export function useIsPractice(): boolean {
  return useQuery(api.office.status.queryOptions({ input: {} })).data?.practice ?? false;
}

/** Whether the hub can be asked now. */
export function useIsLineUp(): boolean {
  return useQuery(api.office.status.queryOptions({ input: {} })).data?.line.state === 'up';
}
