import { useQuery } from '@tanstack/react-query';
import { api, type client } from '#renderer/connection/connection.ts';

export type SystemStatus = Awaited<ReturnType<typeof client.system.status>>;
export type CopiesStatus = Awaited<ReturnType<typeof client.copies.status>>;
export type QueueStanding = Awaited<ReturnType<typeof client.queue.standing>>;

/** What this PC knows of itself, from all who know a part of it. */
export interface SystemFacts {
  readonly system: SystemStatus;
  readonly copies: CopiesStatus;
  readonly standing: QueueStanding;
  readonly isPullHeld: boolean;
}

/** Clocks and disks change by themselves and tell nobody. */
const lookEveryMs = 30_000;

/** Undefined until all of it is known. */
export function useSystemFacts(): SystemFacts | undefined {
  const system = useQuery({ ...api.system.status.queryOptions({ input: {} }), refetchInterval: lookEveryMs }).data;
  const copies = useQuery({ ...api.copies.status.queryOptions({ input: {} }), refetchInterval: lookEveryMs }).data;
  const standing = useQuery(api.queue.standing.queryOptions({ input: {} })).data;
  const guard = useQuery(api.queue.pullGuard.queryOptions({ input: {} })).data;
  if (system === undefined || copies === undefined || standing === undefined) return undefined;
  return { system, copies, standing, isPullHeld: guard !== undefined && guard !== null };
}
